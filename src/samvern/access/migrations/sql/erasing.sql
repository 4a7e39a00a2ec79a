-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_audit;

-- What the trail says of a case, and what its rows were. The lines themselves, and so the chain,
-- stay: each holds only a hash of what is removed here.
CREATE FUNCTION audit.erase(of_case uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
END $$;

RESET ROLE;
