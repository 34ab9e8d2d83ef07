#!/usr/bin/env bash
# How long searches and long lists take among 100,000 channels, a thousand of them live, with a million follows: one
# request after the other, straight at Payara, the median and the slowest of each kind.
#   bench/search.sh [TIMES]     (30 by default)
# The product must be up, without data that matters: it is filled, and emptied again. Needs curl, jq and psql.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

times=${1:-30}
trap 'remove_accounts' EXIT
# shellcheck source=bench/product.sh
. bench/product.sh

remove_accounts() {
  sql -c 'alter table follows disable trigger user' -c "delete from follows where account_id in (select id from accounts where username like 'bench\\_%')" \
    -c 'alter table follows enable trigger user' -c "delete from accounts where username like 'bench\\_%'" -c "delete from tags where name like 'bench-%'" \
    -c 'delete from search_words where word not in (select lexeme from channel_words, unnest(search))'
}

make_accounts() {
  sql <<'SQL'
begin;
insert into accounts (username, email, password_hash, joined_at)
select 'bench_' || n, 'bench_' || n || '@example.org', '-', now() from generate_series(1, 100000) n;
insert into profiles (account_id) select id from accounts where username like 'bench\_%';
commit;
insert into tags (name) select 'bench-' || n from generate_series(1, 500) n on conflict do nothing;
create temporary table words as
select n, md5(n::text) as hash, (array['baking','chess','coffee','cooking','drums','fishing','garden','guitar','history',
  'jazz','knitting','maths','minecraft','origami','painting','piano','pottery','puzzles','rust','running','sailing',
  'science','sourdough','speedrun','tennis','theatre','travel','violin','woodwork','yoga'])[n % 30 + 1] as word
from generate_series(0, 999) n;
insert into channels (owner_id, name, title, bio, language, category_id, tags, created_at)
select a.id, a.username, initcap(w.word) || ' with ' || a.username || ' ' || left(w.hash, 6), 'All about ' || v.word || ' ' || right(w.hash, 8),
       (array['en','de','fr','es'])[a.id % 4 + 1],
       (select min(id) + a.id % 10 from categories), array['bench-' || a.id % 500 + 1, 'bench-' || (a.id / 7) % 500 + 1], now()
from accounts a join words w on w.n = a.id % 1000 join words v on v.n = (a.id / 30) % 1000
where a.username like 'bench\_%' and (a.id % 500) <> (a.id / 7) % 500;
insert into broadcasts (channel_id, title, started_at)
select id, title, now() from channels where name like 'bench\_%' order by id limit 1000;
alter table follows disable trigger user;
insert into follows (account_id, channel_id, followed_at)
select a.id, c.id, now() from (select id from accounts where username like 'bench\_%' order by id limit 1000) a
cross join (select id from channels where name like 'bench\_%' order by id limit 1000) c on conflict do nothing;
alter table follows enable trigger user;
update channels set followers = 1000, views = id % 1000, rating_sum = 3 + id % 3, rating_count = 1 where name like 'bench\_%';
vacuum analyze channels, channel_words, search_words, categories, tags, accounts, broadcasts, follows;
SQL
}

# measure NAME PATH
measure() {
  for _ in 1 2 3; do curl -sSf -o /dev/null "$web$2"; done
  for ((i = 0; i < times; i++)); do curl -sSf -o /dev/null -w '%{time_total}\n' "$web$2"; done | sort -n |
    awk -v name="$1" '{ t[NR] = $1 * 1000 } END { printf "%-34s %10.1f %10.1f\n", name, t[int((NR + 1) / 2)], t[NR] }'
}

web=http://127.0.0.1:$(port payara)
make_accounts
printf '%-34s %10s %10s\n' list 'p50 ms' 'slowest'
measure 'all, by viewers' '/api/channels'
measure 'all, newest' '/api/channels?sort=newest'
measure 'all, by rating' '/api/channels?sort=rating'
measure 'all, by views, page 100' '/api/channels?sort=views&page=100'
measure 'offline ones' '/api/channels?live=false&sort=newest'
measure 'live' '/api/channels?live=true'
measure 'a category, by viewers' '/api/channels?category=games'
measure 'a tag, newest' '/api/channels?tag=bench-7&sort=newest'
measure 'search: a common word' '/api/channels?q=sourdough'
measure 'search: a name' '/api/channels?q=bench_77777'
measure 'search: a typing mistake' '/api/channels?q=minecarft'
measure 'search: two words' '/api/channels?q=violin+chess'
measure 'suggestions: one letter' '/api/suggestions?q=b'
measure 'suggestions: a word' '/api/suggestions?q=sourd'
measure 'tags' '/api/tags'
measure 'categories' '/api/categories'
