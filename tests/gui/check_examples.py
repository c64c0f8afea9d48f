"""What a Check may find, for the tests of the Account tab."""

from ringauth_gui.moment import Moment
from ringauth_gui.ringcentral.account import Account
from ringauth_gui.ringcentral.identity import CheckResult, Identity, Verdict
from ringauth_gui.ringcentral.user_permissions import (
    PermissionAnswer,
    Standing,
    UserPermissions,
)

NOW = Moment(1_795_000_000.0)
SCOPE = ("ReadAccounts", "ReadCallLog", "SMS", "RingOut")
ADA = Identity(
    extension_id="256440016",
    name="Ada Lovelace",
    email="ada@example.com",
    extension_number="101",
    extension_type="User",
    status="Enabled",
    account_id="400129284008",
    company="Example Ltd",
    roles=("Super Admin",),
)
ACCOUNT = Account("400129284008", "+16505550100", "Confirmed", "1210", "RingCentral")
MAY = UserPermissions(
    (
        *("ReadCompanyInfo", "ReadExtensions", "ReadCallLog", "RingOut"),
        *("EditExtensions", "EditUserInfo"),
    )
)
LACKS_SMS = PermissionAnswer("SMS", Standing.LACKS)
ACCEPTED = CheckResult(Verdict.ACCEPTED, ADA, None, NOW, 0.092)
FULL = CheckResult(
    Verdict.ACCEPTED,
    ADA,
    None,
    NOW,
    0.092,
    account=ACCOUNT,
    permissions=MAY,
    answers=(LACKS_SMS,),
)
