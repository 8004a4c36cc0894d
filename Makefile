# A thin door to tasks.py. Sets up .venv from the locked requirements, then runs the task of the same name.
#
#     make site                      生成网站到 output/              build the site into output/
#     make serve TODAY=2024-05-25    预览，并把“今天”当作这一天      preview, as if it were that day
#     make test                      运行全部测试                    run all tests
#
# A variable given on the command line reaches the tasks as an environment variable.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
HOST ?= 127.0.0.1
PORT ?= 8000

PACKAGES := .venv/lib/python3.11/site-packages
INSTALL := .venv/bin/python -m pip install -qq --require-hashes --only-binary :all:
INVOKE := .venv/bin/python -m invoke

# A stamp is named after the lock that it stands for, so that a new lock is installed and an old one is not again.
stamp = .venv/$(1)-$(firstword $(shell cksum < requirements/$(1).txt))
SITE := $(call stamp,site)
TEST := $(call stamp,test)
PUBLISH := $(call stamp,publish)

.DEFAULT_GOAL := site
.PHONY: site check test test-slow serve publish environment

site: $(SITE)
	@$(INVOKE) build

check: $(SITE)
	@$(INVOKE) check

serve: $(SITE)
	@$(INVOKE) serve --host $(HOST) --port $(PORT)

publish: $(SITE) $(PUBLISH)
	@$(INVOKE) publish

# What a server needs for its copy of the program.
environment: $(SITE)

test: $(TEST)
	@$(INVOKE) test

test-slow: $(TEST)
	@$(INVOKE) test-slow

$(SITE): | .venv/made
	@echo '正在安装（只需一次）… Installing (only once) …'
	@$(INSTALL) --requirement requirements/site.txt
	@touch $@

$(PUBLISH): | .venv/made
	@echo '正在安装发布所需（只需一次）… Installing what publishing needs (only once) …'
	@$(INSTALL) --requirement requirements/publish.txt
	@touch $@

$(TEST): | .venv/made
	@echo '正在安装测试所需（只需一次）… Installing what the tests need (only once) …'
	@$(INSTALL) --requirement requirements/test.txt
	@touch $@ $(SITE) $(PUBLISH)

# Debian keeps ensurepip, which makes environments, in a package of its own.
.venv/made:
	@'$(PYTHON)' -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null || { \
	    echo '需要 Python 3.11。可以写 make PYTHON=/path/to/python3.11 site' >&2; \
	    echo 'Python 3.11 is needed.' >&2; exit 1; }
	@'$(PYTHON)' -c 'import ensurepip' 2>/dev/null || \
	    { [ "$$(id -u)" = 0 ] && apt-get -qq update && apt-get -qq install --yes python3.11-venv; } || { \
	    echo '请管理员先运行：apt-get install python3.11-venv' >&2; \
	    echo 'Please have python3.11-venv installed first.' >&2; exit 1; }
	@'$(PYTHON)' -m venv .venv
	@echo ../../../../plugins > $(PACKAGES)/scienceweek.pth
	@touch $@
