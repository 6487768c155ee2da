/* files.c - gloss.edge.files: what POSIX has and Lua's io has not. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "edges/edge.h"

/* A descriptor or directory that is closed even where Lua raises. */
#define BOX "gloss.edge.files"
typedef struct box {
  int fd; /* -1: none */
  DIR *dir;
} box;

static int box_close(lua_State *L) {
  box *b = luaL_checkudata(L, 1, BOX);
  if (b->fd >= 0) close(b->fd);
  if (b->dir != NULL) closedir(b->dir);
  *b = (box){ -1, NULL };
  return 0;
}

static box *push_box(lua_State *L) {
  box *b = lua_newuserdatauv(L, sizeof *b, 0);
  *b = (box){ -1, NULL };
  luaL_setmetatable(L, BOX);
  return b;
}

/* A path without a NUL byte; raises. */
static const char *check_path(lua_State *L, int arg) {
  size_t len;
  const char *path = luaL_checklstring(L, arg, &len);
  luaL_argcheck(L, strlen(path) == len, arg, "a path holds no NUL byte");
  return path;
}

/* nil and an error that says what happened to `path`. */
static int fail(lua_State *L, const char *path) {
  lua_pushfstring(L, "%s: %s", path, strerror(errno));
  return edge_fail(L, errno == ENOENT ? "not_found" : "io", 0, 0);
}

static int done(lua_State *L) {
  lua_pushboolean(L, 1);
  return 1;
}

/* ---- Whole files --------------------------------------------------------- */

/* Reads all of a descriptor, also of a pipe, into a luaL_Buffer. */
static bool read_all(luaL_Buffer *b, int fd) {
  for (;;) {
    char *room = luaL_prepbuffsize(b, 1 << 16);
    ssize_t got = read(fd, room, 1 << 16);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return got == 0;
    luaL_addsize(b, (size_t)got);
  }
}

/* The size of a regular file is known: one allocation. -1: read_all does it. */
static ssize_t read_known(char *room, size_t size, int fd) {
  size_t done_ = 0;
  while (done_ < size) {
    ssize_t got = read(fd, room + done_, size - done_);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    done_ += (size_t)got;
  }
  return (ssize_t)done_;
}

/* files.read(path) -> bytes | nil, err */
static int files_read(lua_State *L) {
  const char *path = check_path(L, 1);
  struct stat info;
  luaL_Buffer buffer;
  bool ok;
  box *b = push_box(L);
  b->fd = open(path, O_RDONLY | O_CLOEXEC);
  if (b->fd < 0 || fstat(b->fd, &info) != 0) return fail(L, path);
  luaL_buffinit(L, &buffer);
  if (S_ISREG(info.st_mode) && info.st_size > 0) {
    size_t size = (size_t)info.st_size;
    ssize_t got = read_known(luaL_prepbuffsize(&buffer, size), size, b->fd);
    if (got < 0) return fail(L, path);
    luaL_addsize(&buffer, (size_t)got);
  }
  ok = read_all(&buffer, b->fd); /* what came in the meantime, or a pipe */
  if (!ok) return fail(L, path);
  luaL_pushresult(&buffer);
  close(b->fd);
  b->fd = -1;
  return 1;
}

static bool write_all(int fd, const char *bytes, size_t len) {
  while (len > 0) {
    ssize_t put = write(fd, bytes, len);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes += put;
    len -= (size_t)put;
  }
  return true;
}

/* Syncs the directory of a file, so that a rename lasts. */
static void sync_parent(lua_State *L, const char *path) {
  const char *slash = strrchr(path, '/');
  int fd;
  if (slash == NULL) lua_pushliteral(L, ".");
  else lua_pushlstring(L, path, (size_t)(slash - path) + (slash == path));
  fd = open(lua_tostring(L, -1), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  lua_pop(L, 1);
  if (fd < 0) return;
  (void)fsync(fd);
  close(fd);
}

/* The mode of the file that is replaced, or of a new one. */
static mode_t mode_of(const char *path) {
  struct stat info;
  mode_t mask;
  if (stat(path, &info) == 0) return info.st_mode & 0777;
  mask = umask(022);
  umask(mask);
  return 0666 & ~mask;
}

/* files.replace(path, bytes) -> true | nil, err: old or new, never half */
static int files_replace(lua_State *L) {
  const char *path = check_path(L, 1);
  size_t len;
  const char *bytes = luaL_checklstring(L, 2, &len);
  char *temporary;
  box *b = push_box(L);
  temporary = lua_newuserdatauv(L, strlen(path) + 8, 0);
  strcpy(temporary, path);
  strcat(temporary, ".XXXXXX");
  b->fd = mkstemp(temporary);
  if (b->fd < 0) return fail(L, path);
  if (fchmod(b->fd, mode_of(path)) != 0 || !write_all(b->fd, bytes, len) ||
      fsync(b->fd) != 0 || rename(temporary, path) != 0) {
    int why = errno;
    unlink(temporary);
    errno = why;
    return fail(L, path);
  }
  close(b->fd);
  b->fd = -1;
  sync_parent(L, path);
  return done(L);
}

/* files.temporary(dir) -> path of a new empty file | nil, err */
static int files_temporary(lua_State *L) {
  const char *dir = check_path(L, 1);
  char *path;
  int fd;
  lua_settop(L, 1);
  path = lua_newuserdatauv(L, strlen(dir) + 16, 0);
  strcpy(path, dir);
  strcat(path, "/gloss-XXXXXX");
  fd = mkstemp(path);
  if (fd < 0) return fail(L, dir);
  close(fd);
  lua_pushstring(L, path);
  return 1;
}

/* files.sync(path) -> true | nil, err: its bytes are on the disk */
static int files_sync(lua_State *L) {
  const char *path = check_path(L, 1);
  box *b = push_box(L);
  b->fd = open(path, O_RDONLY | O_CLOEXEC);
  if (b->fd < 0 || fsync(b->fd) != 0) return fail(L, path);
  close(b->fd);
  b->fd = -1;
  return done(L);
}

/* files.rename(from, to) -> true | nil, err: atomic in one file system */
static int files_rename(lua_State *L) {
  const char *from = check_path(L, 1), *to = check_path(L, 2);
  if (rename(from, to) != 0) return fail(L, from);
  sync_parent(L, to);
  return done(L);
}

/* files.remove(path) -> true | nil, err */
static int files_remove(lua_State *L) {
  const char *path = check_path(L, 1);
  return remove(path) == 0 ? done(L) : fail(L, path);
}

/* ---- Directories --------------------------------------------------------- */

static const char *kind_of(mode_t mode) {
  if (S_ISREG(mode)) return "file";
  return S_ISDIR(mode) ? "directory" : "other";
}

/* files.stat(path) -> { kind, size, mtime } | nil, err */
static int files_stat(lua_State *L) {
  const char *path = check_path(L, 1);
  struct stat info;
  if (stat(path, &info) != 0) return fail(L, path);
  lua_createtable(L, 0, 3);
  lua_pushstring(L, kind_of(info.st_mode));
  lua_setfield(L, -2, "kind");
  lua_pushinteger(L, (lua_Integer)info.st_size);
  lua_setfield(L, -2, "size");
  lua_pushinteger(L, (lua_Integer)info.st_mtime);
  lua_setfield(L, -2, "mtime");
  return 1;
}

/* Sorts the list on top by bytes: what the locale says is nobody's business. */
static int by_bytes(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort_names(lua_State *L, lua_Integer count) {
  const char **names = lua_newuserdatauv(L, ((size_t)count + 1) * sizeof *names,
                                         0);
  lua_createtable(L, count < 1 << 20 ? (int)count : 1 << 20, 0);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_rawgeti(L, -3, i);
    names[i - 1] = lua_tostring(L, -1);
    lua_pop(L, 1); /* the list keeps it */
  }
  qsort(names, (size_t)count, sizeof *names, by_bytes);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_pushstring(L, names[i - 1]);
    lua_rawseti(L, -2, i);
  }
  lua_replace(L, -3);
  lua_pop(L, 1);
}

/* Pushes the sorted names in a directory; false, with errno, on failure. */
static bool push_names(lua_State *L, const char *path) {
  lua_Integer n = 0;
  struct dirent *entry;
  box *b = push_box(L);
  lua_newtable(L);
  b->dir = opendir(path);
  if (b->dir == NULL) return false;
  while ((entry = readdir(b->dir)) != NULL) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
      continue;
    lua_pushstring(L, entry->d_name);
    lua_rawseti(L, -2, ++n);
  }
  closedir(b->dir);
  b->dir = NULL;
  lua_remove(L, -2);
  sort_names(L, n);
  return true;
}

/* files.list(dir) -> sorted names | nil, err */
static int files_list(lua_State *L) {
  const char *path = check_path(L, 1);
  return push_names(L, path) ? 1 : fail(L, path);
}

enum { MAX_DEPTH = 64 }; /* directories in directories */

/* Appends the files below ROOT/PREFIX to the list at stack index 2, in the
** order of their paths, part by part. A link to a file counts, one to a
** directory does not. What cannot be read goes to the list at 3. */
static void walk(lua_State *L, const char *root, const char *prefix,
                 int depth) {
  struct stat info;
  lua_Integer count;
  luaL_checkstack(L, 10, NULL);
  lua_pushfstring(L, "%s/%s", root, prefix);
  if (depth > MAX_DEPTH || !push_names(L, lua_tostring(L, -1))) {
    lua_pushstring(L, prefix);
    lua_rawseti(L, 3, luaL_len(L, 3) + 1);
    return;
  }
  count = luaL_len(L, -1);
  for (lua_Integer i = 1; i <= count; i++) {
    const char *path;
    int top = lua_gettop(L);
    lua_rawgeti(L, -1, i);
    lua_pushfstring(L, "%s%s", prefix, lua_tostring(L, -1)); /* relative */
    lua_pushfstring(L, "%s/%s", root, lua_tostring(L, -1));
    path = lua_tostring(L, -1);
    if (lstat(path, &info) == 0) {
      bool link = S_ISLNK(info.st_mode);
      if (link && stat(path, &info) != 0) info.st_mode = 0;
      if (S_ISREG(info.st_mode)) {
        lua_pushvalue(L, -2);
        lua_rawseti(L, 2, luaL_len(L, 2) + 1);
      } else if (S_ISDIR(info.st_mode) && !link) {
        lua_pushfstring(L, "%s/", lua_tostring(L, -2));
        walk(L, root, lua_tostring(L, -1), depth + 1);
      }
    }
    lua_settop(L, top);
  }
}

/* files.walk(dir) -> sorted relative paths of files, directories that could
** not be read | nil, err */
static int files_walk(lua_State *L) {
  const char *path = check_path(L, 1);
  struct stat info;
  lua_settop(L, 1);
  if (stat(path, &info) != 0) return fail(L, path);
  if (!S_ISDIR(info.st_mode)) {
    errno = ENOTDIR;
    return fail(L, path);
  }
  lua_newtable(L);
  lua_newtable(L);
  walk(L, path, "", 0);
  lua_settop(L, 3);
  return 2;
}

static bool make_directory(const char *path) {
  struct stat info;
  if (mkdir(path, 0777) == 0) return true;
  if (errno == EEXIST && stat(path, &info) == 0 && S_ISDIR(info.st_mode))
    return true;
  return false;
}

/* files.mkdir(path) -> true | nil, err: its parents too */
static int files_mkdir(lua_State *L) {
  const char *path = check_path(L, 1);
  size_t len = strlen(path);
  char *part = lua_newuserdatauv(L, len + 1, 0);
  memcpy(part, path, len + 1);
  for (size_t i = 1; i < len; i++) {
    bool ok;
    if (part[i] != '/') continue;
    part[i] = '\0';
    ok = make_directory(part);
    if (!ok) return fail(L, part);
    part[i] = '/';
  }
  return make_directory(part) ? done(L) : fail(L, path);
}

/* ---- Terminals ----------------------------------------------------------- */

/* files.isatty(fd) -> boolean */
static int files_isatty(lua_State *L) {
  lua_pushboolean(L, isatty((int)luaL_checkinteger(L, 1)));
  return 1;
}

/* files.clock() -> seconds on a clock that only goes forward: for rates */
static int files_clock(lua_State *L) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  lua_pushnumber(L, (lua_Number)now.tv_sec + (lua_Number)now.tv_nsec / 1e9);
  return 1;
}

static const luaL_Reg functions[] = {
  { "read", files_read },       { "replace", files_replace },
  { "temporary", files_temporary }, { "sync", files_sync },
  { "rename", files_rename },   { "remove", files_remove },
  { "stat", files_stat },       { "list", files_list },
  { "walk", files_walk },       { "mkdir", files_mkdir },
  { "isatty", files_isatty },   { "clock", files_clock },
  { NULL, NULL }
};

EDGE_API int luaopen_gloss_edge_files(lua_State *L);

int luaopen_gloss_edge_files(lua_State *L) {
  luaL_newmetatable(L, BOX);
  lua_pushcfunction(L, box_close);
  lua_setfield(L, -2, "__gc");
  lua_pop(L, 1);
  luaL_newlib(L, functions);
  return 1;
}
