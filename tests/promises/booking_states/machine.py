"""The state machine: members, clinic and staff act in any order, and the waitlist keeps up, late or twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from helsebro.bookings.waitlist.occasions import (
    ENTRY_FOLLOWS,
    OFFER_CLOCK,
    SLOT_FREED,
    TIME_UP,
    WINDOW_CLOCK,
)
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import SlotId
from helsebro.local_day import local_day
from helsebro_aws.platform import clock
from tests.builders.clinics.waitlist import keep, occasions
from tests.builders.network import ANNA, BO, guarantee_of, slot_body, staged
from tests.builders.policies import insured_of, payer_of, policy_of
from tests.promises.booking_states.acts import Act, Acts
from tests.promises.booking_states.business_time import BusinessTime
from tests.promises.booking_states.choices import ALL, Choices, pick
from tests.promises.booking_states.facts import COUNTRY, FIRST, FOLLOW_UP, GuaranteeFacts, SlotFacts
from tests.promises.booking_states.line import Line
from tests.promises.booking_states.overtaking import overtaken_by
from tests.promises.booking_states.staff import extend
from tests.promises.booking_states.stored import Stored, must_agree
from tests.suite.moto.moto_state import empty_tables

Occasion = dict[str, Any]
MOST_SLOTS, MOST_EXTENSIONS, MOST_DAYS = 8, 3, 20
HOURS_AHEAD = (2, 26, 50, 98)
TERMS = ((ANNA, 2, 3), (ANNA, 1, 6), (BO, 2, 3))
"""The guarantees: whose each is, how many sessions, and how many days it is valid."""
PASSING = (timedelta(minutes=11), timedelta(minutes=31), timedelta(days=1))
"""More than a hold lasts, more than an offer lasts, and a day."""
STEPS = (
    *("waitlist_catches_up",) * 5,
    *ALL,
    *("book", "book", "join", "join", "join", "accept", "cancel", "publish", "publish", "extend"),
    *("time_passes", "time_passes", "event_comes", "event_comes"),
    *("act_overtakes",) * 4,
    *("act_overtakes_offer",) * 3,
)
"""What a run chooses among; what is named twice happens more often."""
number = st.integers(0, 99)


def today() -> date:
    """The day of business time."""
    return local_day(clock.now(), COUNTRY)


class Calendar(RuleBasedStateMachine):
    """One practitioner with slots, and two members who hold, book and wait under three guarantees."""

    def __init__(self, time: BusinessTime) -> None:
        super().__init__()
        self.time = time

    @initialize(waits=st.sampled_from(((0, 1, 2), (0, 2), (1,), ())))
    def prepare(self, waits: tuple[int, ...]) -> None:
        """Some wait before there are slots, so that the first slots are offered at once."""
        self.time.begin()
        empty_tables("cases", "network", "outbox", "idempotency", "people")
        payer_of("tryg")
        policy_id = policy_of("tryg")
        for cpr in (ANNA, BO):
            insured_of(policy_id, cpr=cpr)
        self.last_day, self.guarantees = today() + timedelta(days=MOST_DAYS), list[Guarantee]()
        facts = []
        for cpr, sessions, days in TERMS:
            until = today() + timedelta(days=days)
            self.guarantees.append(guarantee_of(cpr, sessions_granted=sessions, valid_until=until))
            facts.append(GuaranteeFacts(sessions, until))
        self.model, self.stage = Line(facts), staged()
        self.acts = Acts(self.stage, self.model, self.guarantees, [cpr for cpr, _, _ in TERMS])
        self.choices = Choices(self.acts)
        self.clocks: dict[str, tuple[datetime, Occasion]] = {}
        self.delivered: set[str] = set()
        self.others: dict[str, Callable[[int], object]] = {
            "publish": self.publish,
            "extend": self.extend,
            "time_passes": self.time_passes,
            "event_comes": self.event_comes,
            "waitlist_catches_up": self.waitlist_catches_up,
        }
        self.overtakes = {
            "act_overtakes": self.act_overtakes,
            "act_overtakes_offer": self.act_overtakes_offer,
        }
        for who in waits:
            self.do(self.choices.join(who, 3))
        self.publish(1)
        self.publish(2)

    @rule(step=st.sampled_from(STEPS), one=number, other=number, data=st.data())
    def act(self, step: str, one: int, other: int, data: st.DataObject) -> None:
        """Does a step. It is one rule, because hypothesis leaves rules out of a run that need each other."""
        if step in ALL:
            self.do(ALL[step](self.choices, one, other))
        elif step in self.others:
            self.others[step](one)
        else:
            self.overtakes[step](one, data)

    # What is done, beside the acts

    def publish(self, hours: int) -> None:
        """The clinic publishes a slot at an hour that has none, every third for a first consultation."""
        if len(self.model.slots) == MOST_SLOTS:
            return
        at = clock.now()
        start = at.replace(second=0, microsecond=0) + timedelta(hours=pick(HOURS_AHEAD, hours))
        while any(abs(start - slot.starts_at) < timedelta(hours=1) for slot in self.model.slots.values()):
            start += timedelta(hours=1)
        service = FIRST if hours % 3 == 0 else FOLLOW_UP
        body = slot_body(start, service=service)
        slot_id = SlotId(self.stage.publish(body).body["published"][0]["slotId"])
        self.model.slots[slot_id] = SlotFacts(slot_id, str(body["key"]), start, at, service)

    def extend(self, who: int) -> bool:
        """Staff grant a session more, until two days later; only so often, because the benefit ends."""
        known = self.model.guarantees[who % len(TERMS)]
        if known.is_revoked or known.extensions == MOST_EXTENSIONS:
            return True
        until = max(known.valid_until, today()) + timedelta(days=2)
        answer = extend(self.guarantees[who % len(TERMS)], until)
        assert answer.status == 200, answer.body
        known.granted, known.valid_until = known.granted + 1, until
        known.version, known.extensions = known.version + 1, known.extensions + 1
        return True

    def time_passes(self, which: int) -> None:
        """Holds, offers and guarantees expire, windows end and sessions begin."""
        if today() < self.last_day:
            self.time.pass_by(pick(PASSING, which))

    def waitlist_catches_up(self, _: int) -> None:
        """Every event arrives that has not arrived yet, and every one that it leads to."""
        while new := [event for event in self.events() if event["pk"] not in self.delivered]:
            for event in new:
                self.deliver(event)

    def event_comes(self, which: int) -> bool:
        """Any event arrives: before its turn, late, or again."""
        events = self.events()
        return self.deliver(pick(events, which)) if events else True

    def act_overtakes(self, one: int, data: st.DataObject) -> None:
        """An act is done after another has read, and before it writes."""
        act = ALL[data.draw(st.sampled_from(sorted(ALL)))](self.choices, one, data.draw(number))
        if act is None or act.is_repeat:
            return
        self.overtake(act, self.draw(data))

    def act_overtakes_offer(self, which: int, data: st.DataObject) -> None:
        """An act is done after the waitlist has read who waits, and before a slot is offered."""
        freed = [event for event in self.events() if event["type"] in set(SLOT_FREED) - set(ENTRY_FOLLOWS)]
        if not freed:
            return
        event, second, done = pick(freed, which), self.draw(data), list[bool]()
        at = clock.now()
        with overtaken_by(lambda: done.append(second())):
            keep(event["type"], **event["data"])
        self.delivered.add(event["pk"])
        if done:
            self.model.adopt(at, Stored.now().offers)
        else:
            self.model.keep(event, None, at, Stored.now().offers)
            second()
        self.note_clocks()

    # How it is done

    def do(self, act: Act | None) -> bool:
        """Does an act."""
        if act:
            act.check(act.send())
        return True

    def overtake(self, act: Act, second: Callable[[], bool]) -> None:
        """Does the second act between the read and the write of the first; after it, if it writes nothing."""
        done = list[bool]()
        with overtaken_by(lambda: done.append(second())):
            answer = act.send()
        act.check(answer, is_overtaken=bool(done))
        if not done:
            second()

    def draw(self, data: st.DataObject) -> Callable[[], bool]:
        """Returns an act to do later: any, also an event that comes or an extension."""
        name = data.draw(st.sampled_from([*sorted(ALL), "event_comes", "extend"]))
        one, other = data.draw(number), data.draw(number)
        if name == "extend":
            return lambda: self.extend(one)
        if name == "event_comes":
            return lambda: self.event_comes(one)
        return lambda: self.do(ALL[name](self.choices, one, other))

    def events(self) -> list[Occasion]:
        """Returns the events on which the waitlist may change, with the clocks whose time has come."""
        self.note_clocks()
        at = clock.now()
        return [*occasions(), *(event for due, event in self.clocks.values() if due <= at)]

    def deliver(self, event: Occasion) -> bool:
        """Brings an event to the waitlist."""
        at, claim_ids = clock.now(), [guarantee.claim_id for guarantee in self.guarantees]
        claim_id = event["data"].get("claimId")
        keep(event["type"], **event["data"])
        self.delivered.add(event["pk"])
        whose = claim_ids.index(claim_id) if claim_id in claim_ids else None
        self.model.keep(event, whose, at, Stored.now().offers)
        self.note_clocks()
        return True

    def note_clocks(self) -> None:
        """Starts the clock of each offer, and of the window of each entry."""
        for entry in self.model.entries.values():
            window = datetime.combine(entry.latest + timedelta(days=1), datetime.min.time())
            due = window.replace(tzinfo=clock.now().tzinfo)
            self._start(entry.waitlist_id, due, WINDOW_CLOCK, entry.waitlist_id)
            if entry.offer:
                hold = entry.offer[1]
                self._start(hold.hold_id, hold.until, OFFER_CLOCK, entry.waitlist_id)

    def _start(self, name: str, due: datetime, kind: str, waitlist_id: str) -> None:
        data = {"kind": kind, "waitlistId": waitlist_id}
        self.clocks.setdefault(name, (due, {"pk": name, "type": TIME_UP, "data": data}))

    @invariant()
    def the_tables_agree_with_the_model(self) -> None:
        must_agree(Stored.now(), self.model, self.guarantees)
