-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.take_step()
CREATE OR REPLACE FUNCTION gate.take_step()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
    found jsonb;
    sides text[];
    taken gate.course;
BEGIN
    SELECT * INTO who FROM gate.acting();
    EXECUTE format('SELECT to_jsonb(t) FROM public.%I t WHERE t.id = $1 FOR UPDATE', TG_ARGV[0])
        INTO found USING NEW.of_id;
    sides := array_remove(ARRAY[
        CASE WHEN who.organisation = (found ->> 'organisation_id')::uuid THEN 'sender' END,
        CASE WHEN who.organisation = (found ->> 'receiver_id')::uuid THEN 'receiver' END], NULL);
    -- Whoever has no part in a thing meets the same refusal as where there is none.
    IF sides = '{}' OR who.member IS NULL THEN
        RAISE insufficient_privilege USING MESSAGE = TG_ARGV[0] || ': not yours';
    END IF;
    IF who.role = 'service' THEN sides := sides || 'job'::text; END IF;
    SELECT * INTO taken FROM gate.course c
    WHERE c.thing = TG_ARGV[0] AND c.move = NEW.move AND c.start = found ->> 'state'
        AND c.side = ANY (sides) ORDER BY c.side DESC LIMIT 1;
    IF taken.thing IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'SV409', MESSAGE = found ->> 'state';
    END IF;
    IF taken.reasoned AND NEW.reason = '' THEN
        RAISE check_violation USING MESSAGE = 'a reason is needed';
    END IF;
    NEW.start := taken.start;
    NEW.finish := taken.finish;
    NEW.side := taken.side;
    NEW.made_by_id := who.member;
    NEW.created_at := clock_timestamp();
    EXECUTE format('UPDATE public.%I SET state = $1, state_since = $2 WHERE id = $3', TG_ARGV[0])
        USING NEW.finish, NEW.created_at, NEW.of_id;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.take_step() TO samvern_owner;
