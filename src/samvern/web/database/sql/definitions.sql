-- SPDX-License-Identifier: EUPL-1.2
-- Every object of the schemas as the SQL that makes it: where it belongs (a function, or a table),
-- what it is, its name there, who owns it, and the SQL. What no statement makes anew (a table, a column,
-- a constraint, an index) is one line that begins with its name.
, privilege AS (
    SELECT t.oid, 0::smallint AS number, a.grantee, a.privilege_type AS word, a.is_grantable AS given
    FROM relation t, aclexplode(t.acl) a WHERE t.kind IN ('r', 'p', 'v', 'S')
    UNION ALL
    SELECT t.oid, c.attnum, a.grantee, a.privilege_type, a.is_grantable
    FROM relation t JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped,
        aclexplode(c.attacl) a
    WHERE t.kind IN ('r', 'p', 'v')
), granted AS (
    SELECT t.oid, t.name, t.owner, t.kind, p.word, p.grantee,
        CASE WHEN bool_or(p.given) THEN ' WITH GRANT OPTION' ELSE '' END AS given,
        (SELECT string_agg(quote_ident(c.attname), ', ' ORDER BY c.attname COLLATE "C") FROM privilege o
            JOIN pg_attribute c ON c.attrelid = o.oid AND c.attnum = o.number
            WHERE (o.oid, o.word, o.grantee) = (p.oid, p.word, p.grantee) AND o.number > 0) AS columns,
        bool_or(p.number = 0) AS whole
    FROM relation t JOIN privilege p ON p.oid = t.oid AND p.grantee <> t.owner
    GROUP BY t.oid, t.name, t.owner, t.kind, p.oid, p.word, p.grantee
), line AS (
    SELECT g.name, g.owner, format('GRANT %s ON %s%s TO %s%s;', word,
        CASE kind WHEN 'S' THEN 'SEQUENCE ' ELSE '' END, g.name, who.role, given) AS sql
    FROM granted g, LATERAL (SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END AS role) who
    WHERE whole
    UNION ALL
    SELECT g.name, g.owner, format('GRANT %s (%s) ON %s TO %s%s;', word, columns, g.name, who.role, given)
    FROM granted g, LATERAL (SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END AS role) who
    WHERE columns IS NOT NULL
), told AS (
    SELECT t.name AS of, 'table' AS kind, ''::name AS name, t.owner,
        concat(CASE t.kind WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view' ELSE 'table' END,
            ' of ', t.owner::regrole, CASE WHEN t.walled THEN ', row security' END,
            CASE WHEN t.forced THEN ' forced' END, CASE WHEN c.relpersistence <> 'p' THEN ', unlogged' END,
            ', rule ' || (SELECT string_agg(r.rulename, ', ' ORDER BY r.rulename) FROM pg_rewrite r
                WHERE r.ev_class = t.oid AND r.rulename <> '_RETURN'),
            ', inherits ' || (SELECT string_agg(h.inhparent::regclass::text, ', ') FROM pg_inherits h
                WHERE h.inhrelid = t.oid)) AS sql
    FROM relation t JOIN pg_class c ON c.oid = t.oid WHERE t.kind IN ('r', 'p', 'v', 'm', 'S', 'f')
    UNION ALL
    SELECT t.name, 'column', a.attname, t.owner,
        concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
            CASE WHEN a.attnotnull THEN 'NOT NULL' END,
            CASE WHEN a.attidentity <> '' THEN 'IDENTITY' END,
            'DEFAULT ' || regexp_replace(pg_get_expr(d.adbin, d.adrelid), '\s+', ' ', 'g'))
    FROM pg_attribute a JOIN relation t ON t.oid = a.attrelid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attnum > 0 AND NOT a.attisdropped AND t.kind IN ('r', 'p', 'v')
    UNION ALL
    SELECT t.name, 'constraint', c.conname, t.owner,
        concat(c.conname, ' ', regexp_replace(pg_get_constraintdef(c.oid), '\s+', ' ', 'g'),
            CASE WHEN EXISTS (SELECT FROM pg_trigger i WHERE i.tgconstraint = c.oid AND i.tgenabled <> 'O')
                THEN ', disabled' END)
    FROM pg_constraint c JOIN relation t ON t.oid = c.conrelid WHERE c.contype <> 'n'
    UNION ALL
    SELECT t.name, 'index', split_part(i.name, '.', 2), t.owner,
        concat(split_part(i.name, '.', 2), ' ', regexp_replace(pg_get_indexdef(i.oid), '\s+', ' ', 'g'),
            CASE WHEN NOT (x.indisvalid AND x.indisready AND x.indislive) THEN ', invalid' END)
    FROM relation i JOIN pg_index x ON x.indexrelid = i.oid JOIN relation t ON t.oid = x.indrelid
    WHERE i.kind = 'i'
    UNION ALL
    SELECT t.name, 'policy', p.polname, t.owner,
        format('CREATE POLICY %I ON %s AS %s FOR %s TO %s%s%s;', p.polname, t.name,
            CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
            CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
            (SELECT string_agg(CASE r WHEN 0 THEN 'PUBLIC' ELSE r::regrole::text END, ', '
                ORDER BY r::regrole::text) FROM unnest(p.polroles) r),
            E'\n    USING (' || pg_get_expr(p.polqual, p.polrelid) || ')',
            E'\n    WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')
    FROM pg_policy p JOIN relation t ON t.oid = p.polrelid
    UNION ALL
    SELECT t.name, 'trigger', g.tgname, t.owner, concat(pg_get_triggerdef(g.oid), ';',
        CASE WHEN g.tgenabled <> 'O' THEN format(E'\nALTER TABLE %s %s TRIGGER %I;', t.name, CASE g.tgenabled
            WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, g.tgname) END)
    FROM pg_trigger g JOIN relation t ON t.oid = g.tgrelid WHERE NOT g.tgisinternal
    UNION ALL
    SELECT t.name, 'grants', '', t.owner,
        coalesce((SELECT string_agg(l.sql, E'\n' ORDER BY l.sql COLLATE "C") FROM line l WHERE l.name = t.name), '')
    FROM relation t WHERE t.kind IN ('r', 'p', 'v', 'S')
    UNION ALL
    SELECT split_part(f.name, '(', 1), 'function', f.name, f.owner, concat(rtrim(pg_get_functiondef(f.oid), E'\n'), ';',
        (SELECT string_agg(format(E'\nGRANT EXECUTE ON FUNCTION %s TO %s%s;', f.name,
            CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END,
            CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END), ''
            ORDER BY a.grantee::regrole::text)
            FROM aclexplode(f.rights) a WHERE a.grantee <> f.owner))
    FROM routine f WHERE f.kind IN ('f', 'p')
)
SELECT of, kind, name::text, owner::regrole::text, sql FROM told ORDER BY of COLLATE "C", kind, name COLLATE "C"
