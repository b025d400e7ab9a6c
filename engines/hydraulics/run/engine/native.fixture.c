/*
 * EPA's engine as the package holds it, made into C by wasm2c 1.0.32 (native.fixture.ts): the calls of swmm5.h in front of it,
 * and behind it, in place of the package's own, the files and the clock of the system.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include "swmm.h"

static Z_swmm_instance_t engine;
static int ready;
static uint32_t elapsedAt;

#define MEM (engine.w2c_memory.data)
#define TEXT(at) ((const char *)MEM + (at))
#define I32(at) (*(int32_t *)(MEM + (at)))
#define I64(at) (*(int64_t *)(MEM + (at)))
typedef struct Z_env_instance_t *Env;
typedef struct Z_wasi_snapshot_preview1_instance_t *Wasi;

/* Errors have WASI's numbers. */
static int wasi(void) {
  switch (errno) {
    case EACCES: return 2;
    case EBADF: return 8;
    case EEXIST: return 20;
    case EINVAL: return 28;
    case ENOENT: return 44;
    default: return 29;
  }
}
static u32 told(long result) { return result < 0 ? (u32)-wasi() : (u32)result; }

u32 Z_envZ___asctime(Env e, u32 tm, u32 buf) {
  struct tm t = {0};
  memcpy(&t, MEM + tm, 36);
  char text[64];
  asctime_r(&t, text);
  memcpy(MEM + buf, text, 26);
  return buf;
}
u32 Z_envZ___clock_gettime(Env e, u32 clock, u32 at) {
  struct timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  I32(at) = t.tv_sec;
  I32(at + 4) = t.tv_nsec;
  return 0;
}
u32 Z_envZ___localtime_r(Env e, u32 at, u32 tm) {
  time_t seconds = I32(at);
  struct tm t;
  localtime_r(&seconds, &t);
  memcpy(MEM + tm, &t, 36);
  I32(tm + 36) = t.tm_gmtoff;
  return tm;
}
u32 Z_envZ___sys_fcntl64(Env e, u32 fd, u32 cmd, u32 args) { return 0; }
static u32 filled(int result, const struct stat *s, u32 at) {
  if (result < 0) return told(result);
  memset(MEM + at, 0, 88);
  I32(at + 12) = s->st_mode;
  I64(at + 40) = s->st_size;
  I32(at + 48) = 4096;
  return 0;
}
u32 Z_envZ___sys_fstat64(Env e, u32 fd, u32 at) { struct stat s; return filled(fstat(fd, &s), &s, at); }
u32 Z_envZ___sys_stat64(Env e, u32 path, u32 at) { struct stat s; return filled(stat(TEXT(path), &s), &s, at); }
u32 Z_envZ___sys_ioctl(Env e, u32 fd, u32 op, u32 args) { return (u32)-59; }
u32 Z_envZ___sys_open(Env e, u32 path, u32 flags, u32 args) {
  return told(open(TEXT(path), flags & (O_ACCMODE | O_CREAT | O_EXCL | O_TRUNC | O_APPEND), 0600));
}
u32 Z_envZ___sys_readlink(Env e, u32 path, u32 buf, u32 size) { return told(readlink(TEXT(path), (char *)MEM + buf, size)); }
u32 Z_envZ___sys_rmdir(Env e, u32 path) { return told(rmdir(TEXT(path))); }
u32 Z_envZ___sys_unlink(Env e, u32 path) { return told(unlink(TEXT(path))); }
f64 Z_envZ_difftime(Env e, u32 a, u32 b) { return (double)(int32_t)a - (double)(int32_t)b; }
u32 Z_envZ_emscripten_memcpy_big(Env e, u32 to, u32 from, u32 size) { memcpy(MEM + to, MEM + from, size); return to; }
u32 Z_envZ_emscripten_resize_heap(Env e, u32 size) {
  uint32_t pages = ((uint64_t)size + 65535) / 65536 - engine.w2c_memory.pages;
  return wasm_rt_grow_memory(&engine.w2c_memory, pages) != (uint32_t)-1;
}
void Z_envZ_setTempRet0(Env e, u32 value) {}
u32 Z_envZ_time(Env e, u32 at) {
  int32_t now = time(NULL);
  if (at) I32(at) = now;
  return now;
}
u32 Z_wasi_snapshot_preview1Z_fd_close(Wasi w, u32 fd) { return close(fd) < 0 ? wasi() : 0; }
u32 Z_wasi_snapshot_preview1Z_fd_fdstat_get(Wasi w, u32 fd, u32 at) { MEM[at] = fd < 3 ? 2 : 4; return 0; }
static u32 vectors(u32 fd, u32 at, u32 count, u32 done, ssize_t (*move)(int, void *, size_t)) {
  ssize_t sum = 0;
  for (u32 i = 0; i < count; i++) {
    u32 size = I32(at + 8 * i + 4);
    ssize_t n = size == 0 ? 0 : move(fd, MEM + (u32)I32(at + 8 * i), size);
    if (n < 0) return wasi();
    sum += n;
    if (n < size) break;
  }
  I32(done) = sum;
  return 0;
}
static ssize_t put(int fd, void *from, size_t size) { return fd < 3 ? (ssize_t)size : write(fd, from, size); }
static ssize_t get(int fd, void *to, size_t size) { return read(fd, to, size); }
u32 Z_wasi_snapshot_preview1Z_fd_read(Wasi w, u32 fd, u32 at, u32 count, u32 done) { return vectors(fd, at, count, done, get); }
u32 Z_wasi_snapshot_preview1Z_fd_write(Wasi w, u32 fd, u32 at, u32 count, u32 done) { return vectors(fd, at, count, done, put); }
u32 Z_wasi_snapshot_preview1Z_fd_seek(Wasi w, u32 fd, u32 low, u32 high, u32 whence, u32 to) {
  off_t at = lseek(fd, (int64_t)((uint64_t)high << 32 | low), whence);
  if (at < 0) return wasi();
  I64(to) = at;
  return 0;
}

static u32 copied(const char *text) {
  size_t size = strlen(text) + 1;
  u32 at = Z_swmmZ_malloc(&engine, size);
  memcpy(MEM + at, text, size);
  return at;
}

int swmm_open(const char *model, const char *report, const char *out) {
  if (!ready) {
    Z_swmm_init_module();
    Z_swmm_instantiate(&engine, NULL, NULL);
    Z_swmmZ___wasm_call_ctors(&engine);
    elapsedAt = Z_swmmZ_malloc(&engine, 8);
    ready = 1;
  }
  return Z_swmmZ_swmm_open(&engine, copied(model), copied(report), copied(out));
}
int swmm_start(int save) { return Z_swmmZ_swmm_start(&engine, save); }
int swmm_step(double *elapsed) {
  int error = Z_swmmZ_swmm_step(&engine, elapsedAt);
  memcpy(elapsed, MEM + elapsedAt, 8);
  return error;
}
int swmm_end(void) { return Z_swmmZ_swmm_end(&engine); }
int swmm_report(void) { return Z_swmmZ_swmm_report(&engine); }
int swmm_close(void) { int error = Z_swmmZ_swmm_close(&engine); Z_swmmZ_fflush(&engine, 0); return error; }
