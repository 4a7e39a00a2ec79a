-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit

-- function: audit.erase(uuid)
CREATE OR REPLACE FUNCTION audit.erase(of_case uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    details bigint;
    rows bigint;
BEGIN
    DELETE FROM audit.detail d USING audit.line l
    WHERE l.case_id = of_case AND d.chain = l.chain AND d.number = l.number;
    GET DIAGNOSTICS details = ROW_COUNT;
    DELETE FROM audit.history WHERE case_id = of_case;
    GET DIAGNOSTICS rows = ROW_COUNT;
    RETURN jsonb_build_object('audit_detail', details, 'audit_history', rows);
END $function$;
GRANT EXECUTE ON FUNCTION audit.erase(uuid) TO samvern_gate;
