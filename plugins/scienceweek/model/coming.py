"""What one must know before coming: for what ages it is, in which language, how accessible it is, what groups do."""

from scienceweek.frozen import frozen
from scienceweek.model.booking import Way
from scienceweek.model.contact import Contact
from scienceweek.model.word import Word


class Accessible(Word):
    """How somebody with a disability gets in and follows (schema.org accessibilityFeature)."""

    WHEELCHAIR = "wheelchair", "轮椅可以进出", "轮椅", "轮椅可到", "有无障碍通道", "无障碍通道"
    WHEELCHAIR_PARTIAL = "wheelchair-partial", "轮椅可以进出一部分", "轮椅部分可到"
    WHEELCHAIR_NONE = "wheelchair-none", "轮椅进不去", "轮椅不能进出"
    TOILET = "accessible-toilet", "有无障碍卫生间", "无障碍卫生间", "无障碍厕所"
    SIGN_LANGUAGE = "sign-language", "有手语", "手语", "手语翻译", "有手语翻译"
    HEARING_LOOP = "hearing-loop", "有助听感应圈", "助听感应圈", "助听设备"
    CAPTIONS = "captions", "有字幕", "字幕"
    AUDIO_DESCRIPTION = "audio-description", "有口述影像", "口述影像"
    BRAILLE = "braille", "有盲文", "盲文"
    TACTILE = "tactile", "可以摸的展品", "触摸展品", "可触摸"
    GUIDE = "guide", "有人引导", "志愿者引导", "引导"
    GUIDE_DOG = "guide-dog", "导盲犬可以进", "导盲犬"
    QUIET = "quiet", "有安静时段", "安静时段"


class Language(Word):
    """In which language it is held (BCP 47)."""

    MANDARIN = "zh", "普通话", "中文", "汉语", "国语"
    ENGLISH = "en", "英语", "英文"
    JAPANESE = "ja", "日语", "日文"
    KOREAN = "ko", "韩语", "朝鲜语"
    FRENCH = "fr", "法语"
    GERMAN = "de", "德语"
    RUSSIAN = "ru", "俄语"
    SPANISH = "es", "西班牙语"
    CANTONESE = "yue", "粤语", "广东话"
    TIBETAN = "bo", "藏语"
    UYGHUR = "ug", "维吾尔语", "维语"
    MONGOLIAN = "mn", "蒙古语", "蒙语"
    ZHUANG = "za", "壮语"
    YI = "ii", "彝语"
    SIGN = "csl", "中国手语"


@frozen
class Ages:
    """For whom by age, both ends included; None is no limit. *company* says who must come with whom."""

    first: int | None = None
    last: int | None = None
    company: str = ""


@frozen
class Groups:
    """Whether school classes and other groups are *taken*; *size* is in words, *ways* are how they book."""

    taken: bool = True
    size: str = ""
    note: str = ""
    ways: tuple[Way, ...] = ()

    @property
    def contacts(self) -> tuple[Contact, ...]:
        return tuple(way.contact for way in self.ways if way.contact)
