# A thin door to the verbs of tasks.py. Sets up .venv from the locked requirements, then runs that of the same name.
#
#     make site                      生成网站到 output/              build the site into output/
#     make serve TODAY=2024-05-25    预览，并把“今天”当作这一天      preview, as if it were that day
#     make test                      运行全部测试                    run all tests
#
# A variable given on the command line reaches the tasks as an environment variable.

# In a site of its own, whose Makefile includes this one, the program is a folder of the project.
PROGRAM := $(patsubst ./%,%,$(dir $(lastword $(MAKEFILE_LIST))))

# The first that fits: what the system calls python3 where it can, so that its security updates reach us.
FITS := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))
PYTHON ?= $(shell for one in python3 python3.13 python3.12 python3.11 python3.14; do \
    "$$one" -c '$(FITS)' 2>/dev/null && command -v "$$one" && break; done)
HOST ?= 127.0.0.1
PORT ?= 8000

INSTALL := .venv/bin/python -m pip install -qq --require-hashes --only-binary :all:
INVOKE := .venv/bin/python -m invoke
# What a task of invoke runs too: without it, half a second less.
VERB := PYTHONUTF8=1 .venv/bin/python -m scienceweek

# A stamp is named after the lock that it stands for, so that a new lock is installed and an old one is not again.
stamp = .venv/$(1)-$(firstword $(shell cksum < $(PROGRAM)requirements/$(1).txt))
SITE := $(call stamp,site)
TEST := $(call stamp,test)
PUBLISH := $(call stamp,publish)
# That `invoke` answers in Chinese; what is installed anew has to be told again.
SPOKEN := .venv/spoken

# A .venv whose Python has gone with an upgrade of the system is made anew.
ifneq ($(wildcard .venv/made),)
    ifneq ($(shell .venv/bin/python -c '$(FITS)' 2>/dev/null && echo fits),fits)
        $(shell rm -rf .venv)
    endif
endif

.DEFAULT_GOAL := site
.PHONY: site check test test-slow serve send publish environment

site: $(SPOKEN)
	@$(VERB) build

check: $(SPOKEN)
	@$(VERB) check

serve: $(SPOKEN)
	@$(VERB) serve --host $(HOST) --port $(PORT)

send: $(SPOKEN)
	@$(VERB) send

publish: $(SPOKEN) $(PUBLISH)
	@$(VERB) publish

# What a server needs for its copy of the program.
environment: $(SPOKEN)

test: $(TEST) $(SPOKEN)
	@$(INVOKE) test

test-slow: $(TEST) $(SPOKEN)
	@$(INVOKE) test-slow

$(SITE): | .venv/made
	@echo '正在安装（只需一次）… Installing (only once) …'
	@$(INSTALL) --requirement $(PROGRAM)requirements/site.txt
	@touch $@

$(SPOKEN): $(SITE)
	@.venv/bin/python -P -m scienceweek.invoked
	@touch $@

$(PUBLISH): | .venv/made
	@echo '正在安装发布所需（只需一次）… Installing what publishing needs (only once) …'
	@$(INSTALL) --requirement $(PROGRAM)requirements/publish.txt
	@touch $@

$(TEST): | .venv/made
	@echo '正在安装测试所需（只需一次）… Installing what the tests need (only once) …'
	@$(INSTALL) --requirement $(PROGRAM)requirements/test.txt
	@touch $@ $(SITE) $(PUBLISH)

# Debian keeps ensurepip, which makes environments, in a package of its own. Where no Python fits, uv may fetch one.
.venv/made:
	@if '$(PYTHON)' -c '$(FITS)' 2>/dev/null; then \
	    $(MAKE) --no-print-directory .venv/pip; \
	elif command -v uv >/dev/null; then \
	    echo '没有合适的 Python，由 uv 取得 3.13 …… (uv fetches Python 3.13)'; \
	    uv venv --quiet --seed --clear --python 3.13 .venv; \
	else \
	    echo '需要 Python 3.11 到 3.14。可以写 make PYTHON=/path/to/python3.13 site；或者先装 uv，由它取得 Python。' >&2; \
	    echo 'Python 3.11 to 3.14 is needed; or install uv, which can fetch one.' >&2; exit 1; \
	fi
	@echo ../../../../$(PROGRAM)plugins > "$$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/scienceweek.pth"
	@touch $@

.PHONY: .venv/pip
.venv/pip:
	@'$(PYTHON)' -c 'import ensurepip' 2>/dev/null || \
	    { [ "$$(id -u)" = 0 ] && apt-get -qq update && apt-get -qq install --yes python3-venv; } || { \
	    echo '请管理员先运行：apt-get install python3-venv' >&2; \
	    echo 'Please have python3-venv installed first.' >&2; exit 1; }
	@'$(PYTHON)' -m venv --clear .venv
