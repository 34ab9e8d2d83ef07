-- What was merged away is read each second, and is little beside what was not.
create index tags_merged on tags (name) include (merged_into) where merged_into is not null;
