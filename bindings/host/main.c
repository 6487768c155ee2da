/* main.c - the gloss program: signals, one worker, the exit status. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "host/worker.h"

/* A closed pipe ends the program quietly: whoever reads has read enough. */
static void on_closed_pipe(int signal_) {
  (void)signal_;
  _exit(EXIT_SUCCESS);
}

static void handle(int signal_, void (*handler)(int)) {
  struct sigaction action = { .sa_handler = handler };
  sigemptyset(&action.sa_mask);
  sigaction(signal_, &action, NULL);
}

/* SIGINT and SIGTERM keep their default: the shell sees 130 and 143. */
int main(int argc, char **argv) {
  host_worker *worker;
  int status;
  handle(SIGPIPE, on_closed_pipe);
  worker = host_worker_new();
  if (worker == NULL) {
    fputs("gloss: not enough memory\n", stderr);
    return EXIT_FAILURE;
  }
  status = host_worker_main(worker, argc, argv);
  host_worker_free(worker);
  return status;
}
