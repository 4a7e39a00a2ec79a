-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.end_thing_of_consent(text,uuid,uuid,uuid)
CREATE OR REPLACE FUNCTION gate.end_thing_of_consent(kind text, of_thing uuid, of_consent uuid, owner uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    s public.referrals_sending;
BEGIN
    CASE kind
    WHEN 'share' THEN
        UPDATE public.access_share x SET ended_at = statement_timestamp()
        WHERE x.id = of_thing AND x.ended_at IS NULL;
    WHEN 'referral' THEN
        PERFORM gate.end_referral(of_thing, 'cancel', 'revoke', NULL);
    WHEN 'sending' THEN
        SELECT * INTO s FROM public.referrals_sending x WHERE x.id = of_thing FOR UPDATE;
        PERFORM gate.step_sending(s, 'call_back', 'consent', NULL, NULL);
    ELSE
        PERFORM gate.finish_thing('referrals_crossing', of_thing, ARRAY['stop'], 'consent', owner,
            statement_timestamp());
    END CASE;
END $function$;
