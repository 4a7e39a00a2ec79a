-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.stop_crossings(uuid,uuid)
CREATE OR REPLACE FUNCTION gate.stop_crossings(consent uuid, mover uuid)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog'
AS $function$
    WITH stopped AS (
        UPDATE public.referrals_crossing x SET state = 'stopped', state_since = clock_timestamp()
        WHERE x.consent_id = consent AND x.state = 'prepared' RETURNING x.id, x.case_id
    )
    INSERT INTO public.referrals_crossingstep (id, created_at, move, start, finish, side, reason,
        made_by_id, of_id, case_id)
    SELECT gen_random_uuid(), clock_timestamp(), 'stop', 'prepared', 'stopped', 'sender', 'consent',
        mover, s.id, s.case_id FROM stopped s
$function$;
