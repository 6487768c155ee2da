# gloss: `make` builds, `make help` lists the rest. All products are below
# $(BUILD); give another (`make BUILD=/tmp/b`) for a build of your own.

BUILD   ?= build
PREFIX  ?= /usr/local
DESTDIR ?=
CC      ?= cc
CFLAGS  ?= -O2 -g
EXTRA   ?=
VERSION := $(shell sed -n 's/.*GLOSS_VERSION "\(.*\)".*/\1/p' core/include/gloss.h)

WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes \
            -Wmissing-prototypes -Wpointer-arith -Wundef -Werror
ALL_CFLAGS = -std=c11 $(WARNINGS) -fPIC -fvisibility=hidden -ffunction-sections \
             -ffp-contract=off -D_POSIX_C_SOURCE=200809L $(CFLAGS) $(EXTRA)
LINK = $(CC) $(CFLAGS) $(EXTRA) -Wl,--gc-sections

# Lua's directory of headers; found by pkg-config where it is elsewhere.
LUA_DIR := $(firstword $(wildcard /usr/include/lua5.4) $(patsubst -I%,%,\
             $(shell pkg-config --cflags-only-I lua5.4 2>/dev/null)))
LUA_INC := -isystem $(LUA_DIR)

# A library as its archive where Debian ships one, so that the program can be
# copied to another machine; else shared.
archive = $(if $(wildcard /usr/lib/*/lib$(1).a /usr/lib/lib$(1).a),-l:lib$(1).a,-l$(1))
CORE_LIBS := $(call archive,utf8proc) $(call archive,pcre2-8) $(call archive,stemmer)
EDGE_LIBS := $(call archive,jansson) $(call archive,nettle)
HOST_LIBS := $(call archive,lua5.4) $(EDGE_LIBS) $(CORE_LIBS) -lm -ldl -lpthread
edge_lib_json := -ljansson
edge_lib_hash := -lnettle

CORE_SRC   := $(sort $(wildcard core/*/*.c))
MODULE_SRC := $(sort $(wildcard bindings/module/*.c))
EDGE_SRC   := $(sort $(wildcard bindings/edges/*.c))
HOST_SRC   := $(sort $(wildcard bindings/host/*.c))
EDGES      := $(patsubst bindings/edges/%.c,%,$(EDGE_SRC))
SCRIPTS    := $(sort $(shell find scripts/gloss scripts/jobs scripts/dictionaries \
                -type f ! -name '.*' 2>/dev/null))
# The one library in Lua; it is built in with the scripts.
ARGPARSE := $(shell lua5.4 -e \
              'print(package.searchpath("argparse", package.path) or "")' 2>/dev/null)
CORE_TESTS := $(patsubst tests/core/%.c,$(BUILD)/tests/core/%,\
                $(sort $(wildcard tests/core/*_test.c)))
BENCHES    := $(patsubst tests/bench/%.c,$(BUILD)/tests/bench/%,\
                $(sort $(wildcard tests/bench/*_bench.c)))
FUZZERS    := $(patsubst tests/fuzz/%.c,$(BUILD)/tests/fuzz/%,\
                $(sort $(wildcard tests/fuzz/*_fuzz.c)))

# V=1 shows whole commands.
Q := $(if $(V),,@)
say = $(if $(V),:,echo '  $(1)  $(2:$(BUILD)/%=%)')

objects = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))
CORE_OBJ := $(call objects,$(CORE_SRC))

.PHONY: all packages demo demo-run test test-run test-all test-programs bench \
        gold sanitize fuzz check install clean help
.DEFAULT_GOAL := all

all: packages
	@$(MAKE) --no-print-directory $(BUILD)/gloss $(BUILD)/libgloss.a \
	  $(BUILD)/lua/gloss/core.so $(EDGES:%=$(BUILD)/lua/gloss/edge/%.so)

# Says which packages a build needs and has not; installs nothing.
packages:
	@sh scripts/dev/packages.sh check build

# ---- The walls of the house: what each layer can see ----------------------
$(BUILD)/obj/core/%.o:     INCLUDES = -Icore/include -Icore
$(BUILD)/obj/bindings/%.o: INCLUDES = -Icore/include -Ibindings $(LUA_INC)

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	@$(call say,cc,$<)
	$(Q)$(CC) $(ALL_CFLAGS) $(OPTIMISE) $(INCLUDES) -MMD -MP -c $< -o $@

# The hot loops of the core are worth a higher level.
$(BUILD)/obj/core/tokenise/%.o $(BUILD)/obj/core/sentences/%.o \
$(BUILD)/obj/core/dict/%.o $(BUILD)/obj/core/unicode/%.o \
$(BUILD)/obj/core/match/%.o: OPTIMISE = -O3

$(BUILD)/libgloss.a: $(CORE_OBJ)
	@rm -f $@
	@$(call say,ar,$@)
	$(Q)$(AR) rcs $@ $^

# Every script, table and template, built into the program.
$(BUILD)/scripts.S: scripts/dev/embed.sh $(ARGPARSE) $(SCRIPTS)
	@mkdir -p $(@D)
	$(Q)sh scripts/dev/embed.sh scripts $(BUILD)/chunks argparse.lua=$(ARGPARSE) $(SCRIPTS:scripts/%=%) > $@.new
	@mv $@.new $@
$(BUILD)/obj/scripts.o: $(BUILD)/scripts.S
	@mkdir -p $(@D)
	$(Q)$(CC) -c $< -o $@

$(BUILD)/gloss: $(call objects,$(HOST_SRC) $(MODULE_SRC) $(EDGE_SRC)) \
                $(BUILD)/obj/scripts.o $(BUILD)/libgloss.a
	@$(call say,ld,$@)
	$(Q)$(LINK) -rdynamic -o $@ $^ $(HOST_LIBS)

$(BUILD)/lua/gloss/core.so: $(call objects,$(MODULE_SRC)) $(BUILD)/libgloss.a
	@mkdir -p $(@D)
	@$(call say,ld,$@)
	$(Q)$(LINK) -shared -Wl,--exclude-libs,ALL -o $@ $^ -lutf8proc -lpcre2-8 -lstemmer -lm

$(BUILD)/lua/gloss/edge/%.so: $(BUILD)/obj/bindings/edges/%.o
	@mkdir -p $(@D)
	@$(call say,ld,$@)
	$(Q)$(LINK) -shared -o $@ $< $(edge_lib_$*)

# ---- Tests ----------------------------------------------------------------
# Tests of the core may see its inner headers; malloc can be made to fail.
WRAP := -Wl,--wrap=malloc -Wl,--wrap=calloc -Wl,--wrap=realloc
$(BUILD)/tests/core/%: tests/core/%.c $(BUILD)/libgloss.a $(wildcard tests/core/*.h)
	@mkdir -p $(@D)
	@$(call say,cc,$<)
	$(Q)$(CC) $(ALL_CFLAGS) -Icore/include -Icore -Itests/core $< -o $@ \
	  $(if $(shell grep -l -e __wrap_malloc -e failing_malloc.h $<),$(WRAP)) \
	  $(BUILD)/libgloss.a -lcmocka -lutf8proc -lpcre2-8 -lstemmer -lm

test-programs: all $(CORE_TESTS)

test:
	@sh scripts/dev/packages.sh install build test
	@$(MAKE) --no-print-directory test-run

test-run: test-programs
	@BUILD=$(BUILD) lua5.4 tests/run.lua

test-all:
	@sh scripts/dev/packages.sh install build test all
	@$(MAKE) --no-print-directory test-programs
	@BUILD=$(BUILD) sh tests/all.sh

demo:
	@sh scripts/dev/packages.sh install build
	@$(MAKE) --no-print-directory all
	@$(MAKE) --no-print-directory demo-run

demo-run:
	@BUILD=$(BUILD) sh tests/demo.sh

# ---- Measuring ------------------------------------------------------------
$(BUILD)/tests/bench/%: tests/bench/%.c $(BUILD)/libgloss.a
	@mkdir -p $(@D)
	@$(call say,cc,$<)
	$(Q)$(CC) $(ALL_CFLAGS) -D_GNU_SOURCE -Icore/include -Icore $< -o $@ $(BUILD)/libgloss.a \
	  $(if $(shell grep -l unicode/u $<),-licuuc) \
	  $(if $(shell grep -l hs/hs.h $<),-lhs) -lutf8proc -lpcre2-8 -lstemmer -lm

bench:
	@sh scripts/dev/packages.sh install build bench
	@$(MAKE) --no-print-directory all $(BENCHES)
	@BUILD=$(BUILD) sh tests/bench/run.sh

gold: all
	@BUILD=$(BUILD) GOLD="$(GOLD)" sh tests/gold.sh

# ---- Hardening ------------------------------------------------------------
SANITIZE := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined \
            -fno-sanitize-recover=undefined
sanitize:
	@sh scripts/dev/packages.sh install build test
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/sanitize CFLAGS="$(SANITIZE)" \
	  test-programs
	@BUILD=$(BUILD)/sanitize SANITIZE=1 lua5.4 tests/run.lua

# The core is built for fuzzing once, for all targets.
FUZZ := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined
FUZZ_CORE := $(BUILD)/fuzz/libgloss.a
.PHONY: fuzz-core
fuzz-core:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=clang \
	  CFLAGS="$(FUZZ) -fsanitize=fuzzer-no-link" OPTIMISE= $(FUZZ_CORE)

$(BUILD)/tests/fuzz/%: tests/fuzz/%.c fuzz-core
	@mkdir -p $(@D)
	@$(call say,clang,$<)
	$(Q)clang -std=c11 -D_POSIX_C_SOURCE=200809L -Icore/include -Icore \
	  $(FUZZ) -fsanitize=fuzzer $< $(FUZZ_CORE) -o $@ -lutf8proc -lpcre2-8 \
	  -lstemmer -lm

# Each target for SECONDS (60): coverage-guided, from tests/fuzz/corpus.
SECONDS ?= 60
fuzz: all $(FUZZERS)
	@BUILD=$(BUILD) SECONDS=$(SECONDS) sh tests/fuzz/run.sh

# The quick checks: style of Lua, layers, warnings with both compilers.
check:
	@BUILD=$(BUILD) sh tests/check.sh

# ---- Installing -----------------------------------------------------------
LUA_SHARE := $(PREFIX)/share/lua/5.4
LUA_LIB   := $(PREFIX)/lib/lua/5.4
install: all
	@sh scripts/dev/install.sh "$(BUILD)" "$(DESTDIR)" "$(PREFIX)" "$(VERSION)"

clean:
	rm -rf $(BUILD)

help:
	@echo 'make                 build: $(BUILD)/gloss and the Lua module below $(BUILD)/lua'
	@echo 'make demo            install what is missing, build, make the briefing on the example articles'
	@echo 'make test            install what is missing, build, run all tests'
	@echo 'make test-all        also what takes long: browser, valgrind, long fuzzing'
	@echo 'make check           luacheck, layers, warnings with gcc and clang'
	@echo 'make bench           speed beside ICU and Hyperscan, as ratios'
	@echo 'make gold GOLD=dir   accuracy on gold data (a folder with run.py)'
	@echo 'make sanitize        all tests under the address and undefined-behaviour sanitizers'
	@echo 'make fuzz SECONDS=n  coverage-guided fuzzing of each target'
	@echo 'make install PREFIX=dir   program, Lua module, header, library, pkg-config file, man page'
	@echo 'make clean           remove $(BUILD)'

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)
