/* main.c - the gloss program: signals, one worker, the exit status. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "host/worker.h"

/* SIGINT and SIGTERM keep their default: the shell sees 130 and 143. A closed
** pipe is a write that fails: on standard output it ends the command quietly
** (gloss/output.lua), on standard error it must not cost a file of -o. */
int main(int argc, char **argv) {
  host_worker *worker;
  int status;
  signal(SIGPIPE, SIG_IGN);
  worker = host_worker_new();
  if (worker == NULL) {
    fputs("gloss: not enough memory\n", stderr);
    return EXIT_FAILURE;
  }
  status = host_worker_main(worker, argc, argv);
  host_worker_free(worker);
  return status;
}
