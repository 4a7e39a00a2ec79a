-- SPDX-License-Identifier: EUPL-1.2
-- What an organisation is given by others, and what it begins: not once it is closed.

DO $$
DECLARE
    place record;
BEGIN
    FOR place IN SELECT * FROM (VALUES
        ('access_member', 'organisation_id'), ('access_share', 'organisation_id'),
        ('cases_case', 'organisation_id'), ('contacts_contact', 'organisation_id'),
        ('contacts_question', 'organisation_id'), ('contacts_question', 'receiver_id'),
        ('coordination_seat', 'receiver_id'), ('coordination_planitem', 'receiver_id'),
        ('places_booking', 'receiver_id'), ('referrals_concern', 'receiver_id'),
        ('referrals_referral', 'receiver_id')) given (relation, whose)
    LOOP
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON public.%I FOR EACH ROW '
            'EXECUTE FUNCTION gate.needs_working_organisation(%L)',
            'z_working_' || place.whose, place.relation, place.whose);
    END LOOP;
END $$;
