-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit

-- function: audit.words(audit.line)
CREATE OR REPLACE FUNCTION audit.words(l audit.line)
 RETURNS bytea
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT convert_to(concat_ws('|', l.chain, l.number,
        (extract(epoch FROM l.at) * 1000000)::bigint, coalesce(l.member_id::text, '-'),
        coalesce(l.organisation_id::text, '-'), l.role, l.act, l.outcome,
        coalesce(l.case_id::text, '-'), coalesce(l.object_id::text, '-'),
        encode(l.detail_hash, 'hex')), 'UTF8')
$function$;
