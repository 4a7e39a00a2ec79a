-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit

-- function: audit.first_break(uuid)
CREATE OR REPLACE FUNCTION audit.first_break(of_chain uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    WITH linked AS (
        SELECT l.number, l.hash, audit.words(l) AS words,
            lag(l.hash, 1, sha256(convert_to(of_chain::text, 'UTF8'))) OVER (ORDER BY l.number) AS before,
            row_number() OVER (ORDER BY l.number) AS place
        FROM audit.line l WHERE l.chain = of_chain
    ), broken AS (
        SELECT number FROM linked WHERE hash <> sha256(before || words) OR number <> place
        UNION ALL
        SELECT d.number FROM audit.detail d JOIN audit.line l USING (chain, number)
        WHERE chain = of_chain AND l.detail_hash <> sha256(d.salt || convert_to(d.content::text, 'UTF8'))
        UNION ALL
        SELECT h.number FROM audit.head h
        WHERE h.chain = of_chain AND h.number > 0 AND NOT EXISTS (
            SELECT 1 FROM audit.line l
            WHERE l.chain = of_chain AND l.number = h.number AND l.hash = h.hash)
    )
    SELECT min(number) FROM broken
$function$;
GRANT EXECUTE ON FUNCTION audit.first_break(uuid) TO samvern_app;
GRANT EXECUTE ON FUNCTION audit.first_break(uuid) TO samvern_backup;
GRANT EXECUTE ON FUNCTION audit.first_break(uuid) TO samvern_owner;
