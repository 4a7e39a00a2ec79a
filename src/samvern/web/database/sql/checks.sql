-- SPDX-License-Identifier: EUPL-1.2
-- Each query follows the fault it finds; its rows are the offenders.

-- fault: a role is missing or may do too much
SELECT wanted.name FROM unnest(%(names)s::text[], %(logins)s::boolean[]) wanted (name, login)
LEFT JOIN pg_roles r ON r.rolname = wanted.name
WHERE r.oid IS NULL OR r.rolsuper OR r.rolcreaterole OR r.rolreplication OR r.rolinherit
    OR r.rolcanlogin <> wanted.login OR r.rolbypassrls <> (wanted.name = 'samvern_backup')

-- fault: a role is a member of another
-- An administrator who is not superuser gets ADMIN on the roles she makes; that grants no use.
SELECT DISTINCT m.member::regrole || ' in ' || m.roleid::regrole FROM pg_auth_members m
WHERE (m.member::regrole::text = ANY (%(names)s::text[])
        OR m.roleid::regrole::text = ANY (%(names)s::text[]))
    AND NOT (m.member = 'samvern_owner'::regrole AND NOT m.inherit_option AND NOT m.admin_option
        AND m.roleid::regrole::text IN ('samvern_gate', 'samvern_audit', 'samvern_app'))
    AND NOT (m.member = 'samvern_backup'::regrole AND m.roleid = 'pg_read_all_data'::regrole)
    AND NOT (m.admin_option AND NOT m.inherit_option AND NOT m.set_option)

-- fault: the application or the backup owns something
SELECT DISTINCT refobjid::regrole || ', a ' || classid::regclass FROM pg_shdepend
WHERE deptype = 'o' AND refclassid = 'pg_authid'::regclass
    AND refobjid::regrole::text IN ('samvern_app', 'samvern_backup')
    AND dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))

-- fault: statements show in the activity view
SELECT 'samvern_app' WHERE NOT EXISTS (
    SELECT FROM pg_db_role_setting
    WHERE setrole = 'samvern_app'::regrole AND 'track_activities=off' = ANY (setconfig))

-- fault: a table the application reaches has no forced row security
SELECT name FROM relation WHERE kind IN ('r', 'p') AND NOT (walled AND forced)
    AND (has_any_column_privilege('samvern_app', oid, 'SELECT, INSERT, UPDATE')
        OR has_table_privilege('samvern_app', oid, 'DELETE'))
    AND name <> ALL (%(open)s::text[])

-- fault: a table of cases has no forced row security
SELECT name FROM relation t WHERE kind IN ('r', 'p') AND NOT (walled AND forced) AND EXISTS (
    SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'case_id' AND NOT a.attisdropped)

-- fault: a policy is for everybody
SELECT t.name || ', ' || p.polname FROM pg_policy p JOIN relation t ON t.oid = p.polrelid
WHERE 0 = ANY (p.polroles)

-- fault: a policy lets the application through untested
SELECT t.name || ', ' || p.polname FROM pg_policy p JOIN relation t ON t.oid = p.polrelid
WHERE 'samvern_app'::regrole = ANY (p.polroles)
    AND 'true' IN (pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))

-- fault: the application may truncate, refer or trigger
SELECT name FROM relation WHERE kind IN ('r', 'p')
    AND has_table_privilege('samvern_app', oid, 'TRUNCATE, REFERENCES, TRIGGER')

-- fault: everybody has rights to a table, view or sequence
SELECT DISTINCT name FROM relation, aclexplode(acl) g WHERE g.grantee = 0

-- fault: everybody may run a function
SELECT name FROM routine, aclexplode(rights) g WHERE g.grantee = 0

-- fault: the application may keep what no wall reaches, or end others' sessions (run again what samvern database roles prints)
SELECT p.oid::regprocedure::text FROM pg_proc p
WHERE p.pronamespace = 'pg_catalog'::regnamespace AND (p.proname ~ '^lo_' OR p.proname IN (
        'loread', 'lowrite', 'pg_logical_emit_message', 'pg_cancel_backend', 'pg_terminate_backend'))
    AND has_function_privilege('samvern_app', p.oid, 'EXECUTE')

-- fault: a comparison is tried before row security, and a plan counts what it met (run again what samvern database roles prints)
SELECT p.oid::regprocedure::text FROM pg_proc p
WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proleakproof AND p.proname <> 'uuid_eq'

-- fault: the application may read how many rows each table holds (run again what samvern database roles prints)
SELECT p.oid::regprocedure::text FROM pg_proc p
WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname ~ '^pg_stat_get_'
    AND p.proargtypes = 'oid'::regtype::oid::text::oidvector
    AND has_function_privilege('samvern_app', p.oid, 'EXECUTE')

-- fault: everybody has rights to a schema or the database
SELECT DISTINCT p.nspname::text FROM place p, aclexplode(p.nspacl) g WHERE g.grantee = 0
UNION ALL
SELECT DISTINCT d.datname::text FROM pg_database d,
    aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) g
WHERE d.datname = current_database() AND g.grantee = 0

-- fault: the application may make things
SELECT p.nspname::text FROM place p WHERE has_schema_privilege('samvern_app', p.oid, 'CREATE')
UNION ALL
SELECT current_database()
WHERE has_database_privilege('samvern_app', current_database(), 'CREATE, TEMPORARY')

-- fault: a function with its owner's rights has no search_path of its own
SELECT name FROM routine WHERE definer
    AND NOT EXISTS (SELECT FROM unnest(settings) s WHERE starts_with(s, 'search_path='))

-- fault: a function with its owner's rights is neither the gate's nor the trail's
SELECT name FROM routine WHERE definer
    AND owner::regrole::text NOT IN ('samvern_gate', 'samvern_audit')

-- fault: a view reads with its owner's rights
SELECT name FROM relation WHERE kind = 'v'
    AND NOT coalesce(options && ARRAY['security_invoker=true', 'security_invoker=on'], false)

-- fault: a materialised view keeps a copy without walls
SELECT name FROM relation WHERE kind = 'm'

-- fault: a schema is not of this version, or other roles have rights to it
SELECT n.nspname::text FROM pg_namespace n JOIN place p ON p.oid = n.oid
LEFT JOIN (VALUES ('public', 'samvern_owner', '{samvern_app,samvern_audit,samvern_gate}'::text[]),
    ('gate', 'samvern_gate', '{samvern_app,samvern_audit,samvern_owner}'),
    ('audit', 'samvern_audit', '{samvern_app,samvern_gate,samvern_owner}')) w (name, owner, users) ON w.name = n.nspname
WHERE w.name IS NULL OR w.owner <> n.nspowner::regrole::text OR w.users IS DISTINCT FROM (
        SELECT array_agg(g.grantee::regrole::text ORDER BY g.grantee::regrole::text) FROM aclexplode(n.nspacl) g
        WHERE g.grantee NOT IN (0, n.nspowner) AND g.privilege_type = 'USAGE' AND NOT g.is_grantable)
    OR EXISTS (SELECT FROM aclexplode(n.nspacl) g
        WHERE g.grantee NOT IN (0, n.nspowner) AND (g.privilege_type <> 'USAGE' OR g.is_grantable))

-- fault: what is made later would be open (ALTER DEFAULT PRIVILEGES)
SELECT DISTINCT d.defaclobjtype::text || ' of ' || d.defaclrole::regrole FROM pg_default_acl d, aclexplode(d.defaclacl) g
WHERE g.grantee <> d.defaclrole

-- fault: a role may pass row security, or runs with settings that are not of this version
SELECT r.rolname::text FROM pg_roles r WHERE r.rolbypassrls AND NOT r.rolsuper AND r.rolname <> ALL (%(names)s)
UNION ALL
SELECT coalesce(nullif(s.setrole, 0::oid)::regrole::text, 'everybody') || ': ' || setting FROM pg_db_role_setting s, unnest(s.setconfig) setting
WHERE (s.setrole = 0 OR s.setrole::regrole::text = ANY (%(names)s::text[]))
    AND s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
    AND setting ~ '^(search_path|role|row_security|session_replication_role|session_authorization|check_function_bodies)='
