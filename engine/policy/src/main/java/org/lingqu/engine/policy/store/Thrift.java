package org.lingqu.engine.policy.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes the little of Thrift's compact protocol that a Parquet footer needs. */
final class Thrift {

    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int lastField;

    Thrift i32(int field, int value) {
        header(field, I32);
        varint(zigzag(value));
        return this;
    }

    Thrift i64(int field, long value) {
        header(field, I64);
        varint(zigzag(value));
        return this;
    }

    Thrift text(int field, String value) {
        header(field, BINARY);
        bytes(value);
        return this;
    }

    Thrift struct(int field, Consumer<Thrift> content) {
        header(field, STRUCT);
        nested(content);
        return this;
    }

    <T> Thrift structs(int field, List<T> items, BiConsumer<Thrift, T> content) {
        list(field, items.size(), STRUCT);
        items.forEach(item -> nested(inner -> content.accept(inner, item)));
        return this;
    }

    Thrift texts(int field, List<String> items) {
        list(field, items.size(), BINARY);
        items.forEach(this::bytes);
        return this;
    }

    Thrift i32s(int field, List<Integer> items) {
        list(field, items.size(), I32);
        items.forEach(item -> varint(zigzag(item)));
        return this;
    }

    /** Ends the outermost structure. */
    byte[] end() {
        out.write(0);
        return out.toByteArray();
    }

    private void nested(Consumer<Thrift> content) {
        int outer = lastField;
        lastField = 0;
        content.accept(this);
        out.write(0);
        lastField = outer;
    }

    private void header(int field, int type) {
        out.write(((field - lastField) << 4) | type);
        lastField = field;
    }

    private void list(int field, int size, int type) {
        header(field, LIST);
        if (size < 15) {
            out.write((size << 4) | type);
        } else {
            out.write(0xF0 | type);
            varint(size);
        }
    }

    private void bytes(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
