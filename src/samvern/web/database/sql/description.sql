-- SPDX-License-Identifier: EUPL-1.2
-- The walls as lines of text, the same for the same walls: what a restored copy is compared by.
, told AS (
    SELECT format('relation %s %s %s %s %s %s', t.kind, t.name, t.walled, t.forced, t.owner::regrole,
        (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(t.acl) a)) AS line
    FROM relation t WHERE t.kind IN ('r', 'p', 'v', 'm', 'S')
    UNION ALL
    SELECT format('column %s %s %s %s', t.name, a.attname, format_type(a.atttypid, a.atttypmod),
        (SELECT string_agg(g::text, ',' ORDER BY g::text) FROM unnest(a.attacl) g))
    FROM pg_attribute a JOIN relation t ON t.oid = a.attrelid
    WHERE a.attnum > 0 AND NOT a.attisdropped AND t.kind IN ('r', 'p', 'v')
    UNION ALL
    SELECT format('view %s %s', t.name, pg_get_viewdef(t.oid)) FROM relation t WHERE t.kind IN ('v', 'm')
    UNION ALL
    SELECT format('policy %s %s %s %s %s %s', t.name, p.polname, p.polcmd,
        (SELECT string_agg(r::regrole::text, ',' ORDER BY r::regrole::text) FROM unnest(p.polroles) r),
        pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
    FROM pg_policy p JOIN relation t ON t.oid = p.polrelid
    UNION ALL
    SELECT format('trigger %s %s', t.name, pg_get_triggerdef(g.oid))
    FROM pg_trigger g JOIN relation t ON t.oid = g.tgrelid WHERE NOT g.tgisinternal
    UNION ALL
    SELECT format('constraint %s %s %s', t.name, c.conname, pg_get_constraintdef(c.oid))
    FROM pg_constraint c JOIN relation t ON t.oid = c.conrelid
    UNION ALL
    SELECT format('index %s %s', t.name, pg_get_indexdef(t.oid)) FROM relation t WHERE t.kind = 'i'
    UNION ALL
    SELECT format('function %s %s %s %s', f.name, f.owner::regrole, md5(pg_get_functiondef(f.oid)),
        (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(f.acl) a))
    FROM routine f WHERE f.kind IN ('f', 'p')
    UNION ALL
    SELECT format('schema %s %s', p.nspname,
        (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(p.nspacl) a)) FROM place p
)
SELECT line FROM told ORDER BY line COLLATE "C"
