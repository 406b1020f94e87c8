package org.wenshu.ask;

import java.util.function.Supplier;
import org.wenshu.execution.QueryExecutor;
import org.wenshu.generation.SqlGenerator;
import org.wenshu.guard.SqlGuard;
import org.wenshu.knowledge.glossary.Glossary;
import org.wenshu.prompt.PromptAssembler;
import org.wenshu.schema.SchemaLinker;
import org.wenshu.values.ValueLinker;

/**
 * The parts that do the steps of a question, in their order, and the answers that are kept.
 *
 * @param glossary what words of the trade mean at the moment
 */
public record AskSteps(
    Supplier<Glossary> glossary,
    SchemaLinker schemaLinker,
    PromptAssembler promptAssembler,
    SqlGenerator generator,
    ValueLinker valueLinker,
    SqlGuard guard,
    QueryExecutor executor,
    Insights insights,
    AnswerCache answers) {}
