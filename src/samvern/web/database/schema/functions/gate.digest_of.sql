-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.digest_of(cases_certificate)
CREATE OR REPLACE FUNCTION gate.digest_of(c cases_certificate)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT encode(sha256(convert_to(jsonb_build_array(c.id, c.case_id, c.organisation_id, c.rule,
        c.action, c.receipt, (extract(epoch FROM c.erased_at) * 1000000)::bigint, c.keys_destroyed,
        c.files_destroyed, c.rows_erased, c.decisions)::text, 'UTF8')), 'hex')
$function$;
