"""The tables of the office stage, gathered for Django from the files that declare them."""

from yunguan.office.access import AccessLog
from yunguan.office.areas import AreaGroupMember
from yunguan.office.attachments import Attachment
from yunguan.office.calendar import CalendarDay
from yunguan.office.organisation import OrgUnit
from yunguan.office.people import User
from yunguan.office.rules import RuleValue
from yunguan.office.series import NumberSeries
from yunguan.office.workflow.tables import Move, StateInterval

__all__ = [
    "AccessLog",
    "AreaGroupMember",
    "Attachment",
    "CalendarDay",
    "Move",
    "NumberSeries",
    "OrgUnit",
    "RuleValue",
    "StateInterval",
    "User",
]
