/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.cluster;

import java.util.List;

import org.isocenter.standalone.StartException;

/** What can be done to a running cluster. Safe for use by many threads. */
final class ControlCommands {

    private final Members members;
    private final S3Way s3;

    ControlCommands(Members members, S3Way s3) {
        this.members = members;
        this.s3 = s3;
    }

    /** Performs a command and returns what it prints; {@link StartException} says why it was not performed. */
    String run(String command, List<String> arguments) {
        return switch (command) {
            case "status" -> StatusReport.of(members).table();
            case "status-json" -> StatusReport.of(members).json();
            case "fault" -> s3.fault(arguments);
            default -> act(command, member(command, arguments));
        };
    }

    private Member member(String command, List<String> arguments) {
        if (arguments.size() != 1) {
            throw new StartException(command + " wants the name of one process");
        }
        return members.named(arguments.get(0));
    }

    private static String act(String command, Member member) {
        switch (command) {
            case "stop" -> member.stop();
            case "kill" -> member.kill();
            case "pause" -> member.pause();
            case "resume" -> member.resume();
            case "start" -> {
                member.start();
                member.awaitReady();
            }
            case "restart" -> {
                member.stop();
                member.start();
                member.awaitReady();
            }
            default -> throw new StartException("unknown command " + command);
        }
        return member.name() + " is " + member.state().label() + "\n";
    }
}
