package org.wenshu.launcher.demo;

/** A person's name in characters and in Latin letters. */
record DemoName(String characters, String latin) {}
