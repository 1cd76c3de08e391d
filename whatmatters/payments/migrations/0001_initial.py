import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0001_initial'),
        ('access', '__first__'),
        ('commissioning', '0001_initial'),
        ('outcomes', '0001_initial'),
        ('places', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('on', models.DateField()),
                ('words', models.TextField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('finding', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='contest', to='outcomes.finding')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PaymentRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('period_start', models.DateField()),
                ('period_end', models.DateField()),
                ('state', models.CharField(choices=[('proposed', 'proposed'), ('released', 'released'), ('discarded', 'discarded')], default='proposed', max_length=24)),
                ('facts_hash', models.CharField(max_length=64)),
                ('line_count', models.PositiveIntegerField()),
                ('held_count', models.PositiveIntegerField()),
                ('total_pence', models.BigIntegerField()),
                ('changes', models.JSONField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'indexes': [models.Index(fields=['council', '-period_start'], name='run_by_period')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'released')), fields=('council', 'period_start'), name='run_released_once'), models.UniqueConstraint(condition=models.Q(('state', 'proposed')), fields=('council', 'period_start'), name='run_proposed_once'), models.CheckConstraint(condition=models.Q(('state__in', ['proposed', 'released', 'discarded'])), name='run_state')],
            },
        ),
        migrations.CreateModel(
            name='JournalEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('seq', models.PositiveBigIntegerField()),
                ('period_posted', models.DateField()),
                ('period_corrected', models.DateField()),
                ('rule', models.CharField(max_length=80)),
                ('subject', models.CharField(blank=True, max_length=80)),
                ('key', models.CharField(max_length=240)),
                ('facts', models.TextField()),
                ('prev_hash', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('agreement', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commissioning.agreement')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='payments.paymentrun')),
            ],
            options={
                'indexes': [models.Index(fields=['agreement', 'period_corrected'], name='journal_by_period')],
                'constraints': [models.UniqueConstraint(fields=('council', 'seq'), name='journal_seq_once'), models.UniqueConstraint(fields=('council', 'key'), name='journal_key_once')],
            },
        ),
        migrations.CreateModel(
            name='Posting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('account', models.CharField(max_length=120)),
                ('pence', models.BigIntegerField()),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='postings', to='payments.journalentry')),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'account'], name='posting_by_account')],
                'constraints': [models.UniqueConstraint(fields=('entry', 'position'), name='posting_once'), models.CheckConstraint(condition=models.Q(('pence', 0), _negated=True), name='posting_not_zero')],
            },
        ),
        migrations.CreateModel(
            name='Remittance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('earned', models.BigIntegerField()),
                ('brought_forward', models.BigIntegerField()),
                ('paid', models.BigIntegerField()),
                ('carried', models.BigIntegerField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('payee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('payer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remittances', to='payments.paymentrun')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('run', 'payer', 'payee'), name='remittance_once'), models.CheckConstraint(condition=models.Q(('paid__gte', 0)), name='remittance_not_negative'), models.CheckConstraint(condition=models.Q(('carried__lte', 0)), name='remittance_carries_debits_only'), models.CheckConstraint(condition=models.Q(('paid', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('earned'), '+', models.F('brought_forward')), '-', models.F('carried')))), name='remittance_adds_up')],
            },
        ),
        migrations.CreateModel(
            name='RunLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('period_corrected', models.DateField()),
                ('rule', models.CharField(max_length=80)),
                ('subject', models.CharField(blank=True, max_length=80)),
                ('pence', models.BigIntegerField()),
                ('reason', models.CharField(max_length=80)),
                ('inputs', models.TextField()),
                ('held', models.BooleanField(default=False)),
                ('repayable', models.BooleanField(default=False)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commissioning.agreement')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('payee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('payer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='payments.paymentrun')),
            ],
            options={
                'indexes': [models.Index(fields=['agreement', 'run'], name='run_line_by_agreement')],
                'constraints': [models.UniqueConstraint(fields=('run', 'agreement', 'period_corrected', 'rule', 'subject', 'payer', 'held'), name='run_line_once')],
            },
        ),
        migrations.CreateModel(
            name='RunRelease',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('period_start', models.DateField()),
                ('proposer_id', models.BigIntegerField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('run', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='release', to='payments.paymentrun')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('council', 'period_start'), name='period_released_once'), models.CheckConstraint(condition=models.Q(('by_id', models.F('proposer_id')), _negated=True), name='release_by_another')],
            },
        ),
        migrations.CreateModel(
            name='Calendar',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('anchor', models.DateField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('council',), name='calendar_once')],
            },
        ),
        migrations.CreateModel(
            name='ContestDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('on', models.DateField()),
                ('outcome', models.CharField(choices=[('proposed', 'proposed'), ('contested', 'contested'), ('upheld', 'upheld'), ('withdrawn', 'withdrawn')], max_length=24)),
                ('reason', models.TextField()),
                ('finder_id', models.BigIntegerField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contest', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='decision', to='payments.contest')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['proposed', 'contested', 'upheld', 'withdrawn'])), name='contest_decision_outcome'), models.CheckConstraint(condition=models.Q(('by_id', models.F('finder_id')), _negated=True), name='contest_decided_by_another'), models.CheckConstraint(condition=models.Q(('outcome__in', ['upheld', 'withdrawn'])), name='contest_decision_is_final'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='contest_decision_reasoned')],
            },
        ),
    ]
