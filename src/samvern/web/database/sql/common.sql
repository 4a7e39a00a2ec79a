-- SPDX-License-Identifier: EUPL-1.2
-- What the checks and the description start from: our tables and functions, without those of
-- extensions.
WITH place AS (
    SELECT oid, nspname, nspacl FROM pg_namespace
    WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'
), relation AS (
    SELECT c.oid, c.relkind AS kind, c.relacl AS acl, c.relowner AS owner, c.reloptions AS options,
        c.relrowsecurity AS walled, c.relforcerowsecurity AS forced,
        p.nspname || '.' || c.relname AS name
    FROM pg_class c JOIN place p ON p.oid = c.relnamespace
    WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
), routine AS (
    SELECT f.oid, f.prosecdef AS definer, f.proowner AS owner, f.proconfig AS settings, f.prokind AS kind,
        f.proacl AS acl, coalesce(f.proacl, acldefault('f', f.proowner)) AS rights,
        f.oid::regprocedure::text AS name
    FROM pg_proc f JOIN place p ON p.oid = f.pronamespace
    WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = f.oid AND d.deptype = 'e')
)
