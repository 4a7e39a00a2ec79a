-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.end_provider_visits(bytea,bytea)
CREATE OR REPLACE FUNCTION gate.end_provider_visits(of_provider bytea, mac bytea)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF NOT gate.signed('leave|' || encode(of_provider, 'hex'), mac) THEN
        RETURN 0;
    END IF;
    RETURN (SELECT count(gate.drop_visit(v.key)) FROM gate.visit v WHERE v.provider = of_provider);
END $function$;
GRANT EXECUTE ON FUNCTION gate.end_provider_visits(bytea,bytea) TO samvern_app;
