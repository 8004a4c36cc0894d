import pytest

from scienceweek.render.prose import markdown


@pytest.mark.parametrize(
    "text",
    [
        "3*4*5米",
        "2_3_4",
        "a*b*c",
        "长*宽*高",
        "*注：甲",
        "带*的为必填，带*的为选填",
        "（*）为必填，（*）为选填",
        "138****0001，139****0002",
        "张**、李**",
        "联系人：****，电话：****",
        "姓名：____，电话：____",
        "第__页，共__页",
        "2**3**4",
        "****年**月**日前",
        "2027年**月**日",
        "** 甲 **",
        "5 * 6 * 7",
        "my_file_name.docx",
        "_甲",
    ],
)
def test_stars_and_underscores_that_are_signs_stay(text):
    assert markdown(text) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("**注意：**请", "<strong>注意：</strong>请"),
        ("请**务必**带", "请<strong>务必</strong>带"),
        ("**“重点”**内容", "<strong>“重点”</strong>内容"),
        ("见**《科普法》**第二条", "见<strong>《科普法》</strong>第二条"),
        ("**5月22日**举行", "<strong>5月22日</strong>举行"),
        ("（**必填**）", "（<strong>必填</strong>）"),
        ("**甲**、**乙**", "<strong>甲</strong>、<strong>乙</strong>"),
        ("***重要***", "<em><strong>重要</strong></em>"),
        ("*必填*", "<em>必填</em>"),
        ("（*必填*）", "（<em>必填</em>）"),
        ("__甲__ _乙_", "<strong>甲</strong> <em>乙</em>"),
        ("*注：**重点**", "*注：<strong>重点</strong>"),
        ("**[日历](a.html)**", '<strong><a href="a.html">日历</a></strong>'),
        ("**月球**与**日食**", "<strong>月球</strong>与<strong>日食</strong>"),
        ("**3*4**", "<strong>3*4</strong>"),
    ],
)
def test_chinese_is_emphasised_without_spaces(text, made):
    assert markdown(text) == f"<p>{made}</p>"
