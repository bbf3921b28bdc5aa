/* Eclipse Paho for Swift. Its structures begin with a signature and a version that only macros know, which Swift does not
 * import; each function below gives one as its macro makes it. */
#ifndef BPTUTOR_CPAHO_H
#define BPTUTOR_CPAHO_H

#include <MQTTAsync.h>

static inline MQTTAsync_connectOptions paho_connect_options(void) {
  MQTTAsync_connectOptions options = MQTTAsync_connectOptions_initializer;
  return options;
}

/* Over WebSocket the options have another version. */
static inline MQTTAsync_connectOptions paho_web_connect_options(void) {
  MQTTAsync_connectOptions options = MQTTAsync_connectOptions_initializer_ws;
  return options;
}

static inline MQTTAsync_SSLOptions paho_ssl_options(void) {
  MQTTAsync_SSLOptions options = MQTTAsync_SSLOptions_initializer;
  return options;
}

static inline MQTTAsync_responseOptions paho_response_options(void) {
  MQTTAsync_responseOptions options = MQTTAsync_responseOptions_initializer;
  return options;
}

static inline MQTTAsync_message paho_message(void) {
  MQTTAsync_message message = MQTTAsync_message_initializer;
  return message;
}

static inline MQTTAsync_willOptions paho_will_options(void) {
  MQTTAsync_willOptions options = MQTTAsync_willOptions_initializer;
  return options;
}

static inline MQTTAsync_disconnectOptions paho_disconnect_options(void) {
  MQTTAsync_disconnectOptions options = MQTTAsync_disconnectOptions_initializer;
  return options;
}

#endif
