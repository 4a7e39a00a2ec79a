-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.end_program()
CREATE OR REPLACE FUNCTION gate.end_program()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    WITH ended AS (
        UPDATE public.access_member m SET until = statement_timestamp()
        FROM public.coordination_program p
        WHERE p.id = NEW.of_id AND m.id = p.member_id AND m.until IS NULL RETURNING m.id
    )
    DELETE FROM gate.session s USING ended WHERE s.member_id = ended.id;
    DELETE FROM gate.program_secret s WHERE s.program_id = NEW.of_id;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.end_program() TO samvern_owner;
