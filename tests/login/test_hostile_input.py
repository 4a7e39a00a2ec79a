# SPDX-License-Identifier: EUPL-1.2
"""Hostile words and passkey answers at the door: they get nowhere and break nothing."""

import base64
import uuid

import pytest

from samvern.access.login.demo_accounts import demo_password
from support.door import Visitor, same
from support.workspace import Workspace

pytestmark = pytest.mark.database
HOSTILE = (
    "",
    "null",
    "[]",
    "{}",
    "1",
    '"a"',
    "{" * 2000,
    '{"response": null}',
    '{"response": {"userHandle": null}}',
    '{"response": {"userHandle": 1}}',
    '{"response": {"userHandle": "====="}}',
    '{"response": {"userHandle": "\\u0000"}}',
    '{"response": {"userHandle": "%s"}}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"userHandle": "%s",'
    ' "clientDataJSON": "AA", "authenticatorData": "AA", "signature": "AA"}}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"userHandle": "%s",'
    ' "clientDataJSON": "e30", "authenticatorData": "", "signature": ""}}',
    '{"id": "AA", "rawId": "BB", "type": "x", "response": {"clientDataJSON": "e30",'
    ' "attestationObject": "oA"}, "clientExtensionResults": []}',
)


@pytest.mark.parametrize("credential", HOSTILE)
def test_no_hostile_passkey_answer_gets_in_or_breaks_anything(
    house: Workspace, credential: str
) -> None:
    with house.superuser() as boss:
        user = boss.execute("SELECT id FROM access_user WHERE login = 'kari'").fetchone()[0]  # type: ignore[index]
    handle = base64.urlsafe_b64encode(user.hex.encode()).decode().rstrip("=")
    sent = {"credential": credential.replace("%s", handle)}
    stranger, halfway, inside = Visitor(), Visitor(), Visitor()
    stranger.get(stranger.address("mfa_login_webauthn"), headers={"accept": "application/json"})
    assert stranger.send("mfa_login_webauthn", sent).status_code == 200
    halfway.say_password("kari")
    halfway.see("mfa_authenticate")
    assert halfway.send("mfa_authenticate", sent).status_code == 200
    inside.enter("per")
    inside.see("mfa_add_webauthn")
    assert inside.send("mfa_add_webauthn", sent).status_code == 200
    assert [each.is_in() for each in (stranger, halfway, inside)] == [False, False, True]
    with house.superuser() as boss:
        made = boss.execute("SELECT id FROM mfa_authenticator WHERE type = 'webauthn'").fetchall()
    assert made == []


def test_unknown_and_known_passkeys_get_the_same_answer(house: Workspace) -> None:
    with house.superuser() as boss:
        user = boss.execute("SELECT id FROM access_user WHERE login = 'kari'").fetchone()[0]  # type: ignore[index]
    answers = set()
    for handle in (user, uuid.uuid4()):
        coded = base64.urlsafe_b64encode(handle.hex.encode()).decode().rstrip("=")
        for credential in HOSTILE[-4:-1]:
            sent = {"credential": credential.replace("%s", coded)}
            answers.add(same(Visitor().send("mfa_login_webauthn", sent)))
    assert len(answers) == 1


@pytest.mark.parametrize("field", ["login", "password"])
@pytest.mark.parametrize(
    "value", ["' OR 1=1 --", "\x00", "a" * 5000, "\ud7ff", "%s", "{{7*7}}", "ﬀ"]
)
def test_hostile_words_at_the_door_are_only_words(house: Workspace, field: str, value: str) -> None:
    visitor = Visitor()
    words = {"login": "kari", "password": demo_password(), field: value}
    assert visitor.send("account_login", words).status_code == 200
    assert not visitor.is_in()
