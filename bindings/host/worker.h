/* worker.h - a Lua state with everything the program has.
**
** Each worker belongs to one thread. States share nothing but what bindings
** share among them: languages and dictionaries, which never change. */
#ifndef HOST_WORKER_H
#define HOST_WORKER_H

typedef struct host_worker host_worker;

host_worker *host_worker_new(void); /* NULL: no memory */
void host_worker_free(host_worker *worker); /* NULL is fine */
/* Runs a command with the arguments of main; the exit status. */
int host_worker_main(host_worker *worker, int argc, char **argv);

#endif
