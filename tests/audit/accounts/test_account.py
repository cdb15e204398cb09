from tests.audit.accounts.account import Account
from tests.audit.reading_of import audited


def test_a_whole_final_account_of_nine_tables_has_no_finding() -> None:
    report = audited(str(Account()))

    assert [finding.message for finding in report.findings] == []
    assert report.doubts == ()
