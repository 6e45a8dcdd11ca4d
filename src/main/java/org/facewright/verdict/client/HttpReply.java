package org.facewright.verdict.client;

import java.net.http.HttpHeaders;

/** A server's reply, whatever its status. */
@SuppressWarnings("ArrayRecordComponent") // Read once.
record HttpReply(int status, HttpHeaders headers, byte[] body) {}
