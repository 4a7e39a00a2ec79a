-- SPDX-License-Identifier: EUPL-1.2
-- Rows the database decides by.

SET LOCAL ROLE samvern_gate;
INSERT INTO gate.allowance VALUES ('audit.export', 20, 60);
INSERT INTO gate.living VALUES ('deadline', 'cases_deadline', 't.state = ''running''', 'either', 'UPDATE public.cases_deadline SET state = ''stopped'', changed_at = $3, version = version + 1 WHERE id = $1', 500, '{}');
INSERT INTO gate.living VALUES ('task', 'cases_task', 't.done_at IS NULL AND t.ended_at IS NULL', 'ends', 'UPDATE public.cases_task SET ended_at = $3, changed_at = $3, version = version + 1 WHERE id = $1', 501, '{}');
INSERT INTO gate.living VALUES ('action', 'cases_action', 't.done_at IS NULL AND t.ended_at IS NULL', 'ends', 'UPDATE public.cases_action SET ended_at = $3, changed_at = $3, version = version + 1 WHERE id = $1', 502, '{}');
INSERT INTO gate.living VALUES ('handover', 'cases_handover', 't.state = ''offered''', 'ends', 'WITH taken AS (UPDATE public.access_teammember m SET ended_at = $3 FROM public.cases_handover h WHERE h.id = $1 AND m.case_id = h.case_id AND m.member_id = h.taker_id AND NOT m.is_owner AND m.ended_at IS NULL AND m.created_at >= h.created_at) UPDATE public.cases_handover SET state = ''recalled'', answered_at = $3 WHERE id = $1', 503, '{}');
INSERT INTO gate.living VALUES ('inquiry', 'identity_inquiry', 't.expires_at > statement_timestamp()', 'ends', 'WITH asked AS (UPDATE public.identity_answer SET expires_at = $3 WHERE inquiry_id = $1 AND is_yes IS NULL) UPDATE public.identity_inquiry SET expires_at = $3 WHERE id = $1', 504, '{}');
INSERT INTO gate.living VALUES ('contact', 'identity_claim', 't.kind = ''contact'' AND t.ended_at IS NULL', 'kept', '', 505, '{}');
INSERT INTO gate.living VALUES ('share', 'access_share', 't.ended_at IS NULL AND t.until > statement_timestamp()', 'ends', 'UPDATE public.access_share SET ended_at = $3, ended_by_id = $2 WHERE id = $1 AND ended_at IS NULL', 506, '{}');
INSERT INTO gate.living VALUES ('glass', 'access_glass', 't.ended_at IS NULL AND t.expires_at > statement_timestamp()', 'ends', 'SELECT gate.close_glass(g) FROM public.access_glass g WHERE g.id = $1', 507, '{}');

RESET ROLE;
