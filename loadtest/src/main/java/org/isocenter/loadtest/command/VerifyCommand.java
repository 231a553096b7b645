package org.isocenter.loadtest.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
