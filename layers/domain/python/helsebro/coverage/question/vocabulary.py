"""The values that the public contract lists for a question of cover: every value a fact may have."""

from __future__ import annotations

REFERRALS = ("none", "recommendation", "own-doctor", "physiotherapy", "specialist")
"""Papers from a doctor, weakest first; a stronger one replaces every weaker one."""

CAUSES = ("work", "leisure", "unknown")
APPROVALS = ("RAB", "SA", "ROD")
RELATIONS = ("none", "self", "spouse", "parent", "child", "sibling", "own-company")
OTHER_INSURERS = ("none", "reported", "unreported", "limits", "paid-in-full")
"""What another insurer of the same harm decided; ``unreported``: the harm was not reported to it."""
CURRENCIES = ("DKK", "NOK")
CONDITION_KEYS = ("same", "other")

TREATMENTS = tuple(
    "physiotherapy chiropractic acupuncture reflexology osteopathy craniosacral psychologist psychiatrist "
    "crisis-help specialist-examination specialist-treatment surgery second-opinion conservative cosmetic "
    "dental follow-up rehabilitation stay aid patient-transport gambling pain-assessment allergy-assessment "
    "misuse antabuse home-nurse home-help dietitian recreation transport companion-transport "
    "companion-lodging medicine cancer-treatment ent-doctor eye-doctor gp naturopath hospice prevention "
    "obesity-surgery certificate acute sight-correction dialysis transplant cause-clarification".split()
)

CATEGORIES = tuple(
    "injury illness chronic mental eating-disorder cancer misuse-alcohol misuse-medicine misuse-drugs "
    "gambling allergy pain pregnancy fertility sexual contraception abortion birth squint severe-overweight "
    "other".split()
)

CIRCUMSTANCES = tuple(
    "intent gross-negligence intoxication crime professional-sport military nuclear nuclear-ordinary-use war "
    "epidemic no-show no-show-valid-reason evening-supplement weekend-supplement terminal "
    "second-opinion-panel-heard danish-offers-exhausted public-cosmetic-criteria breast-reconstruction "
    "direct-sequela treatment-damage life-threatening place-not-authorised method-not-approved "
    "method-not-recognised change-not-told examined-at-former-insurer".split()
)

EVENTS = tuple(
    "serious-accident war terror natural-disaster epidemic sudden-death-witnessed death-in-nearest-family "
    "burglary fire violence assault life-threatening-illness".split()
)

COUNTRIES = frozenset(
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT "
    "BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH "
    "ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT "
    "HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS "
    "LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI "
    "NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG "
    "SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG "
    "UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW".split()
)
"""The codes of two letters (ISO 3166-1)."""

MODULES = ("health", "physical", "psychology", "misuse", "extended")
LANGUAGES = ("da", "nb", "en")
