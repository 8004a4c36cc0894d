def test_a_push_is_checked_built_and_live(server, staff):
    status, told = staff.push()

    assert status == 0, told
    assert "检查通过" in told
    assert "已发布第 1 版" in told
    assert (server / "live" / "index.html").is_file()
