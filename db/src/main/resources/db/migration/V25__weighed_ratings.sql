-- The mean by which channels are sorted counts five votes of 3 that nobody gave: one vote alone is no top.
drop index channels_by_rating;
create index channels_by_rating on channels (
    (case when rating_count = 0 then 0 else (rating_sum + 15) / (rating_count + cast(5 as double precision)) end) desc, id desc);
