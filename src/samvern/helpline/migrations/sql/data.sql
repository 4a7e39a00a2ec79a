-- SPDX-License-Identifier: EUPL-1.2
-- Rows the database decides by.

SET LOCAL ROLE samvern_gate;
INSERT INTO gate.allowance VALUES ('contact.find', 30, 100);
INSERT INTO gate.course VALUES ('contacts_callback', 'done', 'due', 'done', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_callback', 'no_answer', 'due', 'due', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_callback', 'move', 'due', 'due', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_callback', 'unsafe', 'due', 'unsafe', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_callback', 'give_up', 'due', 'given_up', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_callback', 'give_up', 'due', 'given_up', 'job', false);
INSERT INTO gate.course VALUES ('contacts_callback', 'hand_over', 'due', 'handed_over', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_question', 'take', 'asked', 'taken', 'receiver', false);
INSERT INTO gate.course VALUES ('contacts_question', 'ask_more', 'asked', 'more_asked', 'receiver', false);
INSERT INTO gate.course VALUES ('contacts_question', 'ask_more', 'taken', 'more_asked', 'receiver', false);
INSERT INTO gate.course VALUES ('contacts_question', 'ask_more', 'more_told', 'more_asked', 'receiver', false);
INSERT INTO gate.course VALUES ('contacts_question', 'tell_more', 'more_asked', 'more_told', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_question', 'answer', 'asked', 'answered', 'receiver', false);
INSERT INTO gate.course VALUES ('contacts_question', 'answer', 'taken', 'answered', 'receiver', false);
INSERT INTO gate.course VALUES ('contacts_question', 'answer', 'more_told', 'answered', 'receiver', false);
INSERT INTO gate.course VALUES ('contacts_question', 'ask_on', 'answered', 'more_told', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_question', 'close', 'answered', 'closed', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_question', 'close', 'answered', 'closed', 'job', false);
INSERT INTO gate.course VALUES ('contacts_question', 'close', 'declined', 'closed', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_question', 'close', 'declined', 'closed', 'job', false);
INSERT INTO gate.course VALUES ('contacts_question', 'decline', 'asked', 'declined', 'receiver', true);
INSERT INTO gate.course VALUES ('contacts_question', 'decline', 'taken', 'declined', 'receiver', true);
INSERT INTO gate.course VALUES ('contacts_question', 'decline', 'more_told', 'declined', 'receiver', true);
INSERT INTO gate.course VALUES ('contacts_question', 'withdraw', 'asked', 'withdrawn', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_question', 'withdraw', 'taken', 'withdrawn', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_question', 'withdraw', 'more_told', 'withdrawn', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_question', 'withdraw', 'more_asked', 'withdrawn', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_advice', 'approve', 'written', 'approved', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_advice', 'send_back', 'written', 'sent_back', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_advice', 'mend', 'sent_back', 'written', 'sender', false);
INSERT INTO gate.course VALUES ('contacts_advice', 'take_down', 'written', 'taken_down', 'sender', true);
INSERT INTO gate.course VALUES ('contacts_advice', 'take_down', 'sent_back', 'taken_down', 'sender', true);
INSERT INTO gate.course VALUES ('contacts_advice', 'take_down', 'approved', 'taken_down', 'sender', true);
INSERT INTO gate.living VALUES ('question', 'contacts_origin', 'EXISTS (SELECT 1 FROM public.contacts_question q WHERE q.id = t.question_id AND q.state IN (''asked'', ''taken'', ''more_told'', ''more_asked'', ''answered'', ''declined''))', 'ends', 'SELECT gate.finish_thing(''contacts_question'', o.question_id, ARRAY[''withdraw'', ''close''], '''', $2, $3) FROM public.contacts_origin o WHERE o.id = $1', 300, '{}');

RESET ROLE;
