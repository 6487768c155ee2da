/* hash.c - gloss.edge.hash: SHA-256, by nettle. */
#include <nettle/sha2.h>

#include "edges/edge.h"

/* hash.sha256(bytes, ...) -> 64 hexadecimal digits, of all joined */
static int hash_sha256(lua_State *L) {
  static const char hex[] = "0123456789abcdef";
  struct sha256_ctx context;
  uint8_t digest[SHA256_DIGEST_SIZE];
  char text[2 * SHA256_DIGEST_SIZE];
  int count = lua_gettop(L);
  luaL_checkstring(L, 1);
  sha256_init(&context);
  for (int i = 1; i <= count; i++) {
    size_t len;
    const char *bytes = luaL_checklstring(L, i, &len);
    sha256_update(&context, len, (const uint8_t *)bytes);
  }
  sha256_digest(&context, sizeof digest, digest);
  for (size_t i = 0; i < sizeof digest; i++) {
    text[2 * i] = hex[digest[i] >> 4];
    text[2 * i + 1] = hex[digest[i] & 15];
  }
  lua_pushlstring(L, text, sizeof text);
  return 1;
}

static const luaL_Reg functions[] = { { "sha256", hash_sha256 },
                                      { NULL, NULL } };

EDGE_API int luaopen_gloss_edge_hash(lua_State *L);

int luaopen_gloss_edge_hash(lua_State *L) {
  luaL_newlib(L, functions);
  return 1;
}
