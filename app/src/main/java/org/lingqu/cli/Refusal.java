package org.lingqu.cli;

/** Why a command cannot do what it was asked, in words for whoever asked; shown without a stack trace. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message, null, false, false);
    }
}
