-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.documents_kept(uuid[])
CREATE OR REPLACE FUNCTION gate.documents_kept(of_ids uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT d.id FROM public.cases_document d WHERE d.id = ANY (of_ids) AND d.removed_at IS NULL
$function$;
GRANT EXECUTE ON FUNCTION gate.documents_kept(uuid[]) TO samvern_app;
