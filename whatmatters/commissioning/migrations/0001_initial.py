import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0001_initial'),
        ('access', '__first__'),
        ('people', '0001_initial'),
        ('places', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contract',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('model', models.CharField(max_length=40)),
                ('reference', models.CharField(max_length=40)),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('patch', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.patch')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('council', 'reference'), name='contract_once')],
            },
        ),
        migrations.CreateModel(
            name='ContractTerms',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('version', models.PositiveIntegerField()),
                ('starts', models.DateField()),
                ('terms', models.JSONField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='commissioning.contract')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('contract', 'version'), name='contract_terms_once'), models.UniqueConstraint(fields=('contract', 'starts'), name='contract_terms_per_day')],
            },
        ),
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('model', models.CharField(max_length=40)),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('terms', models.JSONField()),
                ('payers', models.JSONField()),
                ('source', models.CharField(max_length=24)),
                ('source_id', models.BigIntegerField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('payee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('contract_terms', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='commissioning.contractterms')),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'starts'], name='agreement_by_start'), models.Index(fields=['council', 'person'], name='agreement_by_person')],
                'constraints': [models.UniqueConstraint(fields=('council', 'source', 'source_id'), name='agreement_per_source_once'), models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='agreement_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='Funder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('position', models.PositiveSmallIntegerField()),
                ('numerator', models.PositiveIntegerField()),
                ('denominator', models.PositiveIntegerField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='funders', to='commissioning.contract')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('contract', 'organisation'), name='funder_once'), models.UniqueConstraint(fields=('contract', 'position'), name='funder_position_once'), models.CheckConstraint(condition=models.Q(('denominator__gt', 0)), name='funder_share_is_a_fraction')],
            },
        ),
        migrations.CreateModel(
            name='PatchLead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='leads', to='commissioning.contract')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('patch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.patch')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('council', 'patch', 'starts'), name='patch_lead_once')],
            },
        ),
        migrations.CreateModel(
            name='Rate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('band', models.CharField(choices=[('standard', 'standard'), ('specialist', 'specialist')], max_length=24)),
                ('pounds', models.DecimalField(decimal_places=4, max_digits=8)),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('source', models.CharField(max_length=200)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rates', to='commissioning.contract')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('contract', 'band', 'starts'), name='rate_once'), models.CheckConstraint(condition=models.Q(('pounds__gte', 0)), name='rate_not_negative'), models.CheckConstraint(condition=models.Q(('band__in', ['standard', 'specialist'])), name='rate_band')],
            },
        ),
        migrations.CreateModel(
            name='AgreementEnd',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('on', models.DateField()),
                ('reason', models.CharField(choices=[('reviewed', 'reviewed'), ('exception', 'exception'), ('died', 'died'), ('moved', 'moved'), ('direct_payment', 'direct_payment'), ('replaced', 'replaced'), ('no_longer_needed', 'no_longer_needed')], max_length=24)),
                ('agreement', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='end', to='commissioning.agreement')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason__in', ['reviewed', 'exception', 'died', 'moved', 'direct_payment', 'replaced', 'no_longer_needed'])), name='agreement_end_reason')],
            },
        ),
    ]
